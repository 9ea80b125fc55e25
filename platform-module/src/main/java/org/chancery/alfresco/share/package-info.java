/**
 * Answers the searches of Alfresco Share (its header's live search, its search page, its advanced
 * search) from Chancery's index, in the shape Share's pages read. The platform's own web scripts of
 * the same addresses are replaced by these. Sees to it, too, that its forms can be left empty where
 * nothing need be said.
 */
package org.chancery.alfresco.share;
