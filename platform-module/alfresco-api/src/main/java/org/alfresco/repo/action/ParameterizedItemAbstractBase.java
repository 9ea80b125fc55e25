package org.alfresco.repo.action;

import java.util.List;
import org.alfresco.service.cmr.action.ParameterDefinition;

/** What takes values. */
public abstract class ParameterizedItemAbstractBase extends CommonResourceAbstractBase {
  protected abstract void addParameterDefinitions(List<ParameterDefinition> paramList);

  protected String getParamDisplayLabel(String paramName) {
    throw new UnsupportedOperationException();
  }
}
