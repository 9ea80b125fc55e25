/** The BPMN engine of this host: Flowable, on the host's own database and in its transactions. */
package org.chancery.standalone.routing;
