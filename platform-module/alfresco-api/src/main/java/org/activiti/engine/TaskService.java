package org.activiti.engine;

import java.util.List;
import java.util.Map;
import org.activiti.engine.task.IdentityLink;
import org.activiti.engine.task.TaskQuery;

/** Tasks of people. */
public interface TaskService {

  void complete(String text);

  void setAssignee(String text, String text2);

  void addCandidateUser(String text, String text2);

  void addCandidateGroup(String text, String text2);

  void deleteCandidateUser(String text, String text2);

  void deleteCandidateGroup(String text, String text2);

  List<IdentityLink> getIdentityLinksForTask(String text);

  void setDueDate(String text, java.util.Date date);

  Map<String, Object> getVariablesLocal(String text);

  TaskQuery createTaskQuery();
}
