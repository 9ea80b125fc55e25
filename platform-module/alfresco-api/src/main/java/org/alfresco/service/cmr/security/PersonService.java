package org.alfresco.service.cmr.security;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alfresco.query.PagingRequest;
import org.alfresco.query.PagingResults;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.alfresco.util.Pair;

/** The people that the platform knows. */
public interface PersonService {

  NodeRef getPersonOrNull(String text);

  boolean personExists(String text);

  NodeRef createPerson(Map<QName, Serializable> map);

  NodeRef createPerson(Map<QName, Serializable> map, Set<String> set);

  String getUserIdentifier(String text);

  boolean isEnabled(String text);

  PagingResults<PersonService.PersonInfo> getPeople(
      String pattern,
      List<QName> properties,
      List<Pair<QName, Boolean>> order,
      PagingRequest paging);

  /** What is listed of a person. */
  public class PersonInfo {
    public PersonInfo(NodeRef nodeRef, String userName, String firstName, String lastName) {
      throw new UnsupportedOperationException();
    }

    public String getUserName() {
      throw new UnsupportedOperationException();
    }

    public String getFirstName() {
      throw new UnsupportedOperationException();
    }

    public String getLastName() {
      throw new UnsupportedOperationException();
    }
  }
}
