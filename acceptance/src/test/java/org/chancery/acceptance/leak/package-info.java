/** What is hidden is in nothing that anyone else is answered (row P4). */
package org.chancery.acceptance.leak;
