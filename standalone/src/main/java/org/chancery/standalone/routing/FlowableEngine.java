package org.chancery.standalone.routing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.chancery.core.repository.Page;
import org.chancery.core.repository.Transactions;
import org.chancery.core.routing.ProcessEngine;
import org.chancery.core.routing.RoutingBean;
import org.flowable.common.engine.api.FlowableObjectNotFoundException;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.HistoryService;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.TaskService;
import org.flowable.engine.history.HistoricActivityInstance;
import org.flowable.engine.repository.Deployment;
import org.flowable.engine.repository.ProcessDefinition;
import org.flowable.engine.runtime.ProcessInstance;
import org.flowable.spring.SpringProcessEngineConfiguration;
import org.flowable.task.api.Task;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Flowable as the domain needs it. It runs nothing by itself: no timer, no job, no mail; whatever
 * it does, it does in the transaction of whoever asked. Expressions reach one bean and nothing
 * else.
 */
public final class FlowableEngine implements ProcessEngine, AutoCloseable {
  private final Map<Object, Object> beans = new HashMap<>();
  private final org.flowable.engine.ProcessEngine engine;
  private final Transactions transactions;
  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final HistoryService history;

  /**
   * Opens the engine; its tables are made where they are missing.
   *
   * @param database the host's
   * @param manager of that database
   * @param transactions to join
   */
  public FlowableEngine(
      DataSource database, PlatformTransactionManager manager, Transactions transactions) {
    this.transactions = transactions;
    SpringProcessEngineConfiguration settings = new SpringProcessEngineConfiguration();
    settings.setDataSource(database);
    settings.setTransactionManager(manager);
    settings.setDatabaseType("postgres");
    settings.setDatabaseSchemaUpdate("true");
    // Where a process has been is shown after its end, too; nothing else of it is kept.
    settings.setHistoryLevel(HistoryLevel.ACTIVITY);
    settings.setAsyncExecutorActivate(false);
    settings.setDisableEventRegistry(true);
    settings.setDisableIdmEngine(true);
    settings.setBeans(beans);
    // Ids in blocks would take a second connection while the first is held.
    settings.setIdGenerator(() -> UUID.randomUUID().toString());
    engine = settings.buildProcessEngine();
    repository = engine.getRepositoryService();
    runtime = engine.getRuntimeService();
    tasks = engine.getTaskService();
    history = engine.getHistoryService();
  }

  @Override
  public void serve(RoutingBean bean) {
    beans.put(BEAN, bean);
  }

  @Override
  public Deployed deploy(byte[] bpmn, String by) {
    Deployment deployment =
        repository.createDeployment().category(by).addBytes("template.bpmn20.xml", bpmn).deploy();
    return deployed(
        repository.createProcessDefinitionQuery().deploymentId(deployment.getId()).singleResult());
  }

  private Deployed deployed(ProcessDefinition definition) {
    Deployment deployment =
        repository
            .createDeploymentQuery()
            .deploymentId(definition.getDeploymentId())
            .singleResult();
    return new Deployed(
        definition.getKey(),
        definition.getVersion(),
        deployment.getCategory(),
        deployment.getDeploymentTime().toInstant());
  }

  @Override
  public List<Deployed> templates() {
    return repository
        .createProcessDefinitionQuery()
        .latestVersion()
        .orderByProcessDefinitionKey()
        .asc()
        .list()
        .stream()
        .map(this::deployed)
        .toList();
  }

  @Override
  public List<Deployed> versions(String key) {
    return repository
        .createProcessDefinitionQuery()
        .processDefinitionKey(key)
        .orderByProcessDefinitionVersion()
        .desc()
        .list()
        .stream()
        .map(this::deployed)
        .toList();
  }

  private Optional<ProcessDefinition> definition(String key, int version) {
    return Optional.ofNullable(
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(key)
            .processDefinitionVersion(version)
            .singleResult());
  }

  @Override
  public Optional<byte[]> source(String key, int version) {
    return definition(key, version)
        .map(
            found -> {
              try (InputStream in =
                  repository.getResourceAsStream(
                      found.getDeploymentId(), found.getResourceName())) {
                return in.readAllBytes();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  @Override
  public String start(String key, int version, Map<String, String> variables) {
    ProcessDefinition definition =
        definition(key, version)
            .orElseThrow(
                () -> new IllegalArgumentException("No version " + version + " of " + key));
    return Unwrapped.from(
        () ->
            transactions.write(
                () ->
                    runtime
                        .startProcessInstanceById(definition.getId(), new HashMap<>(variables))
                        .getProcessInstanceId()));
  }

  @Override
  public void complete(String task) {
    try {
      Unwrapped.from(
          () ->
              transactions.write(
                  () -> {
                    tasks.complete(task);
                    return task;
                  }));
    } catch (FlowableObjectNotFoundException e) {
      throw new IllegalArgumentException("No open task " + task, e);
    }
  }

  /** This host has no task lists beside the domain's own. */
  @Override
  public void show(String task, String assignee, Optional<String> claimedBy, LocalDate due) {
    // Nothing to be told to anyone.
  }

  @Override
  public void cancel(String process) {
    transactions.write(
        () -> {
          ProcessInstance running =
              runtime.createProcessInstanceQuery().processInstanceId(process).singleResult();
          if (running != null) {
            runtime.deleteProcessInstance(process, "withdrawn");
          }
        });
  }

  @Override
  public void forget(String process) {
    transactions.write(
        () -> {
          cancel(process);
          boolean kept =
              history.createHistoricProcessInstanceQuery().processInstanceId(process).count() > 0;
          if (kept) {
            history.deleteHistoricProcessInstance(process);
          }
        });
  }

  @Override
  public List<OpenTask> openTasks(String process) {
    return tasks.createTaskQuery().processInstanceId(process).list().stream()
        .map(FlowableEngine::open)
        .toList();
  }

  private static OpenTask open(Task task) {
    return new OpenTask(task.getId(), task.getProcessInstanceId(), task.getTaskDefinitionKey());
  }

  @Override
  public Page<OpenTask> openTasks(Optional<String> cursor, int limit) {
    List<OpenTask> found =
        tasks
            .createNativeTaskQuery()
            .sql("SELECT * FROM act_ru_task WHERE id_ > #{after} ORDER BY id_")
            .parameter("after", cursor.orElse(""))
            .listPage(0, limit + 1)
            .stream()
            .map(FlowableEngine::open)
            .toList();
    boolean more = found.size() > limit;
    List<OpenTask> page = more ? found.subList(0, limit) : found;
    return new Page<>(page, more ? Optional.of(page.get(limit - 1).id()) : Optional.empty());
  }

  @Override
  public Standing standing(String process) {
    Set<String> active =
        openTasks(process).stream().map(OpenTask::step).collect(Collectors.toSet());
    Set<String> visited = new HashSet<>(active);
    history.createHistoricActivityInstanceQuery().processInstanceId(process).list().stream()
        .map(HistoricActivityInstance::getActivityId)
        .forEach(visited::add);
    boolean running = runtime.createProcessInstanceQuery().processInstanceId(process).count() > 0;
    return new Standing(active, visited, !running);
  }

  /** Nobody answers outside the domain here. */
  @Override
  public Optional<Answer> answer(String task) {
    return Optional.empty();
  }

  @Override
  public void close() {
    engine.close();
  }
}
