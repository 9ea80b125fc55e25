package org.alfresco.service.namespace;

import java.util.Collection;

/** Prefixes and their namespaces. */
public interface NamespacePrefixResolver {
  String getNamespaceURI(String text);

  Collection<String> getPrefixes(String text);

  Collection<String> getPrefixes();

  Collection<String> getURIs();
}
