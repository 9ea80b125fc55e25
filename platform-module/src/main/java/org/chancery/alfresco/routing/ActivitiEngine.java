package org.chancery.alfresco.routing;

import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.activiti.engine.HistoryService;
import org.activiti.engine.delegate.event.ActivitiEventType;
import org.activiti.engine.history.HistoricActivityInstance;
import org.activiti.engine.repository.ProcessDefinition;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Page;
import org.chancery.core.routing.ProcessEngine;
import org.chancery.core.routing.RoutingBean;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The platform's own workflow engine. It works on the platform's connection, in the platform's
 * transaction, and its tasks are those of Share's My Tasks.
 *
 * <p>Processes have no initiator: to the platform, who started one may see and end all its tasks,
 * whatever is locked afterwards. What Share shows of a process is the case file's number alone.
 */
public final class ActivitiEngine implements ProcessEngine {
  private static final String DESCRIPTION = "bpm_workflowDescription";
  private static final String PRIORITY = "bpm_workflowPriority";
  private static final int USUAL = 2;

  /** Where Share's forms find the case file. */
  private static final String SHOWN_FILE = "cwf_caseFile";

  /** The platform takes a process for not yet started while it has no such time. */
  private static final String STARTED = "_startTaskCompleted";

  private static final String CANCELLED = "cancelled";

  private final WorkflowServices services;
  private final Nodes nodes;
  private final Templates templates;
  private final Tasks tasks;
  private final OwnHand own = new OwnHand();
  private final ThreadLocal<Boolean> cancelling = ThreadLocal.withInitial(() -> false);
  private final AtomicBoolean listening = new AtomicBoolean();
  private volatile SharedClaims claims;

  /**
   * On the platform's engine.
   *
   * @param services its parts
   * @param nodes tell a case file's number
   */
  public ActivitiEngine(WorkflowServices services, Nodes nodes) {
    this.services = services;
    this.nodes = nodes;
    this.templates = new Templates(services.definitions());
    this.tasks = new Tasks(services.tasks(), JdbcClient.create(services.database()));
  }

  @Override
  public void serve(RoutingBean bean) {
    services.beans().put(BEAN, new ServedBean(bean, cancelling::get));
    if (listening.getAndSet(true)) {
      return;
    }
    services
        .processes()
        .addEventListener(
            new OtherClients(own, templates, tasks, this::caseFile, () -> claims),
            ActivitiEventType.PROCESS_STARTED,
            ActivitiEventType.PROCESS_CANCELLED,
            ActivitiEventType.TASK_CREATED,
            ActivitiEventType.TASK_ASSIGNED);
  }

  /** From now on the domain hears who takes a task up in the platform's own task lists. */
  public void tell(SharedClaims of) {
    claims = of;
  }

  private String caseFile(String process) {
    return String.valueOf(services.processes().getVariable(process, CASE_FILE));
  }

  @Override
  public Deployed deploy(byte[] bpmn, String by) {
    return own.does(() -> templates.deploy(bpmn, by));
  }

  @Override
  public List<Deployed> templates() {
    return own.does(templates::newest);
  }

  @Override
  public List<Deployed> versions(String key) {
    return own.does(() -> templates.versions(key));
  }

  @Override
  public Optional<byte[]> source(String key, int version) {
    return own.does(() -> templates.source(key, version));
  }

  @Override
  public String start(String key, int version, Map<String, String> variables) {
    return own.does(
        () -> {
          ProcessDefinition definition =
              templates
                  .find(key, version)
                  .orElseThrow(
                      () ->
                          new IllegalArgumentException(
                              "There is no version " + version + " of the template " + key));
          return services
              .processes()
              .startProcessInstanceById(definition.getId(), all(variables))
              .getId();
        });
  }

  private Map<String, Object> all(Map<String, String> variables) {
    Map<String, Object> all = new HashMap<>(variables);
    String caseFile = variables.get(CASE_FILE);
    if (caseFile != null) {
      all.put(SHOWN_FILE, caseFile);
      all.put(DESCRIPTION, nodes.get(Caller.ofSystem(), NodeId.of(caseFile)).name());
    }
    all.put(PRIORITY, USUAL);
    all.put(CANCELLED, false);
    all.put(STARTED, new Date());
    return all;
  }

  @Override
  public void complete(String task) {
    own.does(
        () -> {
          tasks.required(task);
          services.tasks().complete(task);
        });
  }

  @Override
  public void show(String task, String assignee, Optional<String> claimedBy, LocalDate due) {
    own.does(() -> tasks.show(task, assignee, claimedBy, due));
  }

  @Override
  public void cancel(String process) {
    own.does(
        () -> {
          if (running(process)) {
            cancelling.set(true);
            try {
              services.processes().deleteProcessInstance(process, CANCELLED);
            } finally {
              cancelling.remove();
            }
          }
        });
  }

  @Override
  public void forget(String process) {
    cancel(process);
    own.does(
        () -> {
          HistoryService history = services.history();
          if (history.createHistoricProcessInstanceQuery().processInstanceId(process).count() > 0) {
            history.deleteHistoricProcessInstance(process);
          }
        });
  }

  @Override
  public List<OpenTask> openTasks(String process) {
    return own.does(() -> tasks.of(process));
  }

  @Override
  public Page<OpenTask> openTasks(Optional<String> cursor, int limit) {
    return own.does(() -> tasks.all(cursor, limit));
  }

  @Override
  public Standing standing(String process) {
    return own.does(
        () -> {
          boolean running = running(process);
          Set<String> active =
              running
                  ? Set.copyOf(services.processes().getActiveActivityIds(process))
                  : Set.<String>of();
          Set<String> visited =
              services
                  .history()
                  .createHistoricActivityInstanceQuery()
                  .processInstanceId(process)
                  .list()
                  .stream()
                  .map(HistoricActivityInstance::getActivityId)
                  .collect(Collectors.toSet());
          return new Standing(active, visited, !running);
        });
  }

  @Override
  public Optional<Answer> answer(String task) {
    return own.working()
        ? Optional.empty()
        : Optional.of(tasks.answer(task, AuthenticationUtil.getFullyAuthenticatedUser()));
  }

  private boolean running(String process) {
    return services
            .processes()
            .createProcessInstanceQuery()
            .processInstanceId(process)
            .singleResult()
        != null;
  }
}
