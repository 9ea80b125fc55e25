package org.chancery.alfresco.routing;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.activiti.engine.TaskService;
import org.activiti.engine.task.IdentityLink;
import org.activiti.engine.task.Task;
import org.chancery.core.repository.Page;
import org.chancery.core.routing.ProcessEngine.Answer;
import org.chancery.core.routing.ProcessEngine.OpenTask;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tasks of ours among the engine's, and who is seen to have them in Share. */
final class Tasks {
  private static final String GROUP = "GROUP_";
  private static final String CANDIDATE = "candidate";
  private static final String OUTCOME_PROPERTY = "bpm_outcomePropertyName";
  private static final String COMMENT = "bpm_comment";

  /** The engine has no question for the tasks after a certain one. */
  private static final String PAGE =
      """
      SELECT t.id_ AS id, t.proc_inst_id_ AS process, t.task_def_key_ AS step
      FROM act_ru_task t JOIN act_re_procdef d ON d.id_ = t.proc_def_id_
      WHERE d.resource_name_ LIKE :ours AND t.id_ COLLATE "C" > :after
      ORDER BY t.id_ COLLATE "C" LIMIT :limit""";

  private final TaskService tasks;
  private final JdbcClient jdbc;

  Tasks(TaskService tasks, JdbcClient jdbc) {
    this.tasks = tasks;
    this.jdbc = jdbc;
  }

  Task required(String task) {
    return Optional.ofNullable(tasks.createTaskQuery().taskId(task).singleResult())
        .orElseThrow(() -> new IllegalArgumentException("There is no open task " + task));
  }

  List<OpenTask> of(String process) {
    return tasks.createTaskQuery().processInstanceId(process).list().stream()
        .map(each -> new OpenTask(each.getId(), process, each.getTaskDefinitionKey()))
        .toList();
  }

  Page<OpenTask> all(Optional<String> cursor, int limit) {
    List<OpenTask> found =
        jdbc.sql(PAGE)
            .param("ours", Templates.FOLDER + "%")
            .param("after", cursor.orElse(""))
            .param("limit", limit + 1)
            .query(
                (row, number) ->
                    new OpenTask(
                        row.getString("id"), row.getString("process"), row.getString("step")))
            .list();
    if (found.size() <= limit) {
      return new Page<>(found, Optional.empty());
    }
    List<OpenTask> page = found.subList(0, limit);
    return new Page<>(page, Optional.of(page.get(limit - 1).id()));
  }

  void show(String id, String assignee, Optional<String> claimedBy, LocalDate due) {
    Task task = required(id);
    for (IdentityLink link : candidates(id)) {
      remove(id, link);
    }
    boolean group = assignee.startsWith(GROUP);
    if (group) {
      tasks.addCandidateGroup(id, assignee);
    }
    String holder = group ? claimedBy.orElse(null) : claimedBy.orElse(assignee);
    if (!Objects.equals(holder, task.getAssignee())) {
      tasks.setAssignee(id, holder);
    }
    tasks.setDueDate(id, Date.from(due.atStartOfDay(ZoneId.systemDefault()).toInstant()));
  }

  /** A new task names people as it names groups; Share shows it to a person who is its assignee. */
  void handOver(String id) {
    List<IdentityLink> people =
        candidates(id).stream()
            .filter(link -> link.getGroupId() != null && !link.getGroupId().startsWith(GROUP))
            .toList();
    boolean alone = people.size() == 1 && candidates(id).size() == 1;
    for (IdentityLink link : people) {
      tasks.deleteCandidateGroup(id, link.getGroupId());
      if (alone) {
        tasks.setAssignee(id, link.getGroupId());
      } else {
        tasks.addCandidateUser(id, link.getGroupId());
      }
    }
  }

  /** What was chosen and said in Share's form. */
  Answer answer(String id, String user) {
    Map<String, Object> said = tasks.getVariablesLocal(id);
    String property = String.valueOf(said.get(OUTCOME_PROPERTY));
    Object outcome = said.get("cwf_" + property.substring(property.indexOf('}') + 1));
    return new Answer(
        user,
        outcome == null ? "" : outcome.toString(),
        Optional.ofNullable(said.get(COMMENT))
            .map(Object::toString)
            .filter(text -> !text.isBlank()));
  }

  private List<IdentityLink> candidates(String id) {
    return new ArrayList<>(
        tasks.getIdentityLinksForTask(id).stream()
            .filter(link -> CANDIDATE.equals(link.getType()))
            .toList());
  }

  private void remove(String id, IdentityLink link) {
    if (link.getGroupId() != null) {
      tasks.deleteCandidateGroup(id, link.getGroupId());
    } else {
      tasks.deleteCandidateUser(id, link.getUserId());
    }
  }
}
