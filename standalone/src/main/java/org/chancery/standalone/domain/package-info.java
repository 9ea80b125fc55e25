/** Wires the domain, which knows no host, to this host's ports. */
package org.chancery.standalone.domain;
