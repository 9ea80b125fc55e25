package org.chancery.core.correspondence;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.vocabulary.Cor;
import org.chancery.model.QName;

/**
 * A case file to be opened.
 *
 * @param subject in one line
 * @param source where the correspondence comes from (requirement C5)
 * @param correspondenceType of the model's list
 * @param issueCode code of the issue
 * @param components codes of the components it is assigned to; the creator's own when empty
 * @param dateReceived day
 * @param dueDate day
 * @param onBehalfOf for whom the correspondent writes
 * @param properties further ones of the model, as an agency may have added
 */
public record NewCaseFile(
    String subject,
    String source,
    Optional<String> correspondenceType,
    Optional<String> issueCode,
    List<String> components,
    Optional<LocalDate> dateReceived,
    Optional<LocalDate> dueDate,
    Optional<String> onBehalfOf,
    Map<QName, Object> properties) {

  /** Copies the collections. */
  public NewCaseFile {
    components = List.copyOf(components);
    properties = Map.copyOf(properties);
  }

  Map<QName, Object> values() {
    Map<QName, Object> values = new LinkedHashMap<>(properties);
    values.put(Cor.SUBJECT, subject);
    values.put(Cor.SOURCE, source);
    values.put(Cor.STATUS, CaseFile.OPEN);
    correspondenceType.ifPresent(value -> values.put(Cor.CORRESPONDENCE_TYPE, value));
    issueCode.ifPresent(value -> values.put(Cor.ISSUE_CODE, value));
    dateReceived.ifPresent(value -> values.put(Cor.DATE_RECEIVED, value));
    dueDate.ifPresent(value -> values.put(Cor.DUE_DATE, value));
    onBehalfOf.ifPresent(value -> values.put(Cor.ON_BEHALF_OF, value));
    return values;
  }
}
