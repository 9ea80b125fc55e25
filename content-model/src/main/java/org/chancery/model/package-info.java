/**
 * The one schema, for both hosts: type definitions read from Alfresco content model XML. Owns the
 * model files, their labels and constraints, and the reader; knows nothing of nodes, stores or
 * hosts.
 *
 * <p>{@link ContentModels} is the way in: {@link ContentModels#shipped()} for Chancery's own
 * models, {@link ContentModels#shippedWith} for these and an agency's. {@link NodeRules} checks a
 * node's values against them, {@link ValueCodec} carries values through JSON and text.
 *
 * <p>The reader refuses what Alfresco's dictionary refuses. Beyond that it refuses what Alfresco
 * lets pass and an author cannot have meant: elements that its schema orders otherwise, attributes
 * and text it ignores, a default that is no value of its property, a list without values or with
 * one twice, limits on what holds no number, an aspect as a type's parent, an override of a
 * property that is not inherited, a property that another model defines already, a prefix or
 * namespace declared twice. Data types of one's own are not supported.
 */
package org.chancery.model;
