/**
 * Transfers to the National Archives (requirement R7): what goes into a package and what is said of
 * it, the stations from approval to custody, the copies in lasting formats that go beside records,
 * and the packaging in the background. How a package is written is the {@link
 * org.chancery.core.transfer.Packager}'s.
 */
package org.chancery.core.transfer;
