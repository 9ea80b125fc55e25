/**
 * A small invented office to look around in: components, accounts, people, organizations, case
 * files, and letters that arrive in the watched folder as scans. Nobody in it is real.
 */
package org.chancery.standalone.demo;
