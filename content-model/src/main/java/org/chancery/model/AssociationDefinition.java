package org.chancery.model;

/**
 * A relation between nodes.
 *
 * @param name its name
 * @param declaredBy the type or aspect it starts from
 * @param title the label people read
 * @param target the type or aspect it leads to
 * @param child whether the target lives inside the source and goes with it
 * @param sourceMany whether one target may have several sources
 * @param targetMany whether one source may have several targets
 * @param targetMandatory whether the source must have a target
 */
public record AssociationDefinition(
    QName name,
    QName declaredBy,
    String title,
    QName target,
    boolean child,
    boolean sourceMany,
    boolean targetMany,
    boolean targetMandatory) {}
