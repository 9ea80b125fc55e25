package org.chancery.alfresco.routing;

import java.util.Map;
import javax.sql.DataSource;
import org.activiti.engine.HistoryService;
import org.activiti.engine.RepositoryService;
import org.activiti.engine.RuntimeService;
import org.activiti.engine.TaskService;

/**
 * What of the platform's engine the port stands on. All of it works on the platform's data source
 * and in its transactions.
 *
 * @param definitions bean {@code activitiRepositoryService}
 * @param processes bean {@code activitiRuntimeService}
 * @param tasks bean {@code activitiTaskService}
 * @param history bean {@code activitiHistoryService}
 * @param beans bean {@code activitiBeanRegistry}: all that a process' expressions can reach
 * @param database bean {@code dataSource}
 */
public record WorkflowServices(
    RepositoryService definitions,
    RuntimeService processes,
    TaskService tasks,
    HistoryService history,
    Map<Object, Object> beans,
    DataSource database) {}
