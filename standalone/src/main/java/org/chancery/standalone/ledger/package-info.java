/** Wires the ledger, the durable queue and the remembered answers to the server's database. */
package org.chancery.standalone.ledger;
