/**
 * What every host has to prove of its routing engine, with the domain around it. A host nests the
 * contract in a test class that hands out its {@link
 * org.chancery.core.routing.contract.RoutingHost}, and adds nothing.
 */
package org.chancery.core.routing.contract;
