package org.chancery.model;

/** Reads Alfresco content model XML. */
final class ModelReader {
  private ModelReader() {}
}
