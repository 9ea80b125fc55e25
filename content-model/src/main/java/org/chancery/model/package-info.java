/**
 * The one schema, for both hosts: type definitions read from Alfresco content model XML. Owns the
 * model files, their labels and constraints, and the reader; knows nothing of nodes, stores or
 * hosts.
 */
package org.chancery.model;
