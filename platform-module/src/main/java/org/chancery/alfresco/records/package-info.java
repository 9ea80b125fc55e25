/**
 * What the platform refuses to any client, and what it writes into the ledger when another client
 * than ours is at work (requirements R4, R9, P8): policies and advice on the platform's services.
 */
package org.chancery.alfresco.records;
