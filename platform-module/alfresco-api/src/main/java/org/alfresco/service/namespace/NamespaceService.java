package org.alfresco.service.namespace;

/** The namespaces that are registered. */
public interface NamespaceService extends NamespacePrefixResolver {
  java.lang.String ALFRESCO_URI = "http://www.alfresco.org";
  java.lang.String APP_MODEL_1_0_URI = "http://www.alfresco.org/model/application/1.0";
  java.lang.String CONTENT_MODEL_1_0_URI = "http://www.alfresco.org/model/content/1.0";
  java.lang.String RENDITION_MODEL_1_0_URI = "http://www.alfresco.org/model/rendition/1.0";
  java.lang.String SYSTEM_MODEL_1_0_URI = "http://www.alfresco.org/model/system/1.0";
}
