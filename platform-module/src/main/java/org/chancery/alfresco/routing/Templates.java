package org.chancery.alfresco.routing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.activiti.engine.RepositoryService;
import org.activiti.engine.repository.Deployment;
import org.activiti.engine.repository.ProcessDefinition;
import org.chancery.core.routing.ProcessEngine.Deployed;

/** The routing templates among the platform's process definitions. */
final class Templates {
  /** Tells ours from whatever else is deployed in the platform's engine. */
  static final String FOLDER = "chancery/";

  private static final String RESOURCE = FOLDER + "template.bpmn20.xml";
  private static final String CATEGORY = "http://chancery.org/routing";

  private final RepositoryService definitions;
  private final Map<String, Boolean> known = new ConcurrentHashMap<>();

  Templates(RepositoryService definitions) {
    this.definitions = definitions;
  }

  Deployed deploy(byte[] bpmn, String by) {
    Deployment deployment =
        definitions
            .createDeployment()
            .name(by)
            .category(CATEGORY)
            .addInputStream(RESOURCE, new ByteArrayInputStream(bpmn))
            .deploy();
    ProcessDefinition made =
        definitions.createProcessDefinitionQuery().deploymentId(deployment.getId()).singleResult();
    return deployed(made, deployment);
  }

  List<Deployed> newest() {
    Map<String, ProcessDefinition> newest = new TreeMap<>();
    for (ProcessDefinition each :
        definitions
            .createProcessDefinitionQuery()
            .processDefinitionResourceNameLike(FOLDER + "%")
            .list()) {
      newest.merge(
          each.getKey(), each, (one, two) -> one.getVersion() > two.getVersion() ? one : two);
    }
    return deployed(newest.values());
  }

  List<Deployed> versions(String key) {
    return deployed(
        definitions
            .createProcessDefinitionQuery()
            .processDefinitionResourceNameLike(FOLDER + "%")
            .processDefinitionKey(key)
            .list()
            .stream()
            .sorted(Comparator.comparing(ProcessDefinition::getVersion).reversed())
            .toList());
  }

  Optional<byte[]> source(String key, int version) {
    return find(key, version).map(this::bytes);
  }

  Optional<ProcessDefinition> find(String key, int version) {
    return Optional.ofNullable(
        definitions
            .createProcessDefinitionQuery()
            .processDefinitionResourceNameLike(FOLDER + "%")
            .processDefinitionKey(key)
            .processDefinitionVersion(version)
            .singleResult());
  }

  /** Whether the definition is one of ours. */
  boolean includes(String definition) {
    return definition != null
        && known.computeIfAbsent(
            definition,
            id -> {
              ProcessDefinition found =
                  definitions.createProcessDefinitionQuery().processDefinitionId(id).singleResult();
              return found != null && found.getResourceName().startsWith(FOLDER);
            });
  }

  private byte[] bytes(ProcessDefinition definition) {
    try (InputStream in =
        definitions.getResourceAsStream(
            definition.getDeploymentId(), definition.getResourceName())) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Deployed> deployed(Collection<ProcessDefinition> found) {
    return found.stream()
        .map(
            each ->
                deployed(
                    each,
                    definitions
                        .createDeploymentQuery()
                        .deploymentId(each.getDeploymentId())
                        .singleResult()))
        .toList();
  }

  private static Deployed deployed(ProcessDefinition definition, Deployment deployment) {
    return new Deployed(
        definition.getKey(),
        definition.getVersion(),
        deployment.getName(),
        deployment.getDeploymentTime().toInstant());
  }
}
