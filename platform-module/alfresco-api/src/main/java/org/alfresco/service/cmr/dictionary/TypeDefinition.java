package org.alfresco.service.cmr.dictionary;

/** A type. */
public interface TypeDefinition extends ClassDefinition {}
