package org.alfresco.service.namespace;

/** The namespaces that are registered. */
public interface NamespaceService extends NamespacePrefixResolver {
  java.lang.String ALFRESCO_URI = "http://www.alfresco.org";
  java.lang.String APP_MODEL_1_0_URI = "http://www.alfresco.org/model/application/1.0";
}
