package org.alfresco.service.namespace;

/** Prefixes and their namespaces. */
public interface NamespacePrefixResolver {
  String getNamespaceURI(String text);
}
