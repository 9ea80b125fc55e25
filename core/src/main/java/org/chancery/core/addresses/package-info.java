/**
 * Whether postal addresses of the United States are written and fit together as the Postal Service
 * has it: suggestions from shipped data, never changes (requirement C6).
 */
package org.chancery.core.addresses;
