/** Plain papers that the system itself writes, such as certificates, as PDF/A. */
package org.chancery.core.paper;
