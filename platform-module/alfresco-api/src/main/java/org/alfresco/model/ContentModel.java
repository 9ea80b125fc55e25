package org.alfresco.model;

import org.alfresco.service.namespace.QName;

/** Names of the platform's own types, aspects and properties. */
public interface ContentModel {
  QName TYPE_BASE = null;
  QName PROP_NODE_UUID = null;
  QName ASPECT_TEMPORARY = null;
  QName ASPECT_HIDDEN = null;
  QName PROP_NAME = null;
  QName PROP_CONTENT = null;
  QName PROP_TITLE = null;
  QName PROP_DESCRIPTION = null;
  QName ASPECT_AUDITABLE = null;
  QName PROP_CREATED = null;
  QName PROP_CREATOR = null;
  QName PROP_MODIFIED = null;
  QName PROP_MODIFIER = null;
  QName ASPECT_VERSIONABLE = null;
  QName PROP_INITIAL_VERSION = null;
  QName PROP_AUTO_VERSION = null;
  QName PROP_AUTO_VERSION_PROPS = null;
  QName PROP_VERSION_TYPE = null;
  QName TYPE_SYSTEM_FOLDER = null;
  QName TYPE_FOLDER = null;
  QName TYPE_CONTENT = null;
  QName TYPE_AUTHORITY_CONTAINER = null;
  QName PROP_AUTHORITY_NAME = null;
  QName ASSOC_CONTAINS = null;
  QName PROP_USERNAME = null;
  QName PROP_FIRSTNAME = null;
  QName PROP_LASTNAME = null;
  QName PROP_EMAIL = null;
  QName ASPECT_OWNABLE = null;
  QName ASPECT_LOCKABLE = null;
  QName PROP_OWNER = null;
}
