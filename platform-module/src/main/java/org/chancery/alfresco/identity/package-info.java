/**
 * Who people are: the platform's users and groups as Chancery's accounts, components and roles, and
 * how a request shows who sends it.
 */
package org.chancery.alfresco.identity;
