/** People and organizations the department deals with, as far as letters are matched with them. */
package org.chancery.core.stakeholders;
