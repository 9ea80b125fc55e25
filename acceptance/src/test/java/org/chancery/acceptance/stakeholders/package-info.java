/** Stakeholders over HTTP (issue 6): each class is one capability, through all of its parts. */
package org.chancery.acceptance.stakeholders;
