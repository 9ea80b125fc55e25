package org.chancery.core.correspondence;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.vocabulary.Cor;
import org.chancery.model.QName;

/**
 * A case folder to be opened.
 *
 * @param holderKind {@code individual} or {@code organization}
 * @param holderName "Last, First" or the organization's name
 * @param holderState two letters
 * @param properties further ones of the model, as an agency may have added
 */
public record NewCaseFolder(
    String holderKind,
    String holderName,
    Optional<String> holderState,
    Map<QName, Object> properties) {

  /** Copies the properties. */
  public NewCaseFolder {
    properties = Map.copyOf(properties);
  }

  Map<QName, Object> values() {
    Map<QName, Object> values = new LinkedHashMap<>(properties);
    values.put(Cor.HOLDER_KIND, holderKind);
    values.put(Cor.HOLDER_NAME, holderName);
    holderState.ifPresent(state -> values.put(Cor.HOLDER_STATE, state));
    return values;
  }
}
