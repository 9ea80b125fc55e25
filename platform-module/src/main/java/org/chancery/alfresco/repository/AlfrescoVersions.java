package org.chancery.alfresco.repository;

import java.io.InputStream;
import java.io.Serializable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.version.VersionModel;
import org.alfresco.service.cmr.repository.ContentData;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.version.VersionHistory;
import org.alfresco.service.cmr.version.VersionService;
import org.alfresco.service.cmr.version.VersionType;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Permission;
import org.chancery.core.repository.Versions;
import org.chancery.model.QName;

/**
 * The platform's version histories. A version is kept when asked for and never by the way: the
 * platform's automatic versions are off for nodes that get their first version here.
 */
final class AlfrescoVersions implements Versions {

  /** With these the platform makes no version by itself. */
  static final Map<org.alfresco.service.namespace.QName, Serializable> BY_HAND =
      Map.of(
          ContentModel.PROP_INITIAL_VERSION, false,
          ContentModel.PROP_AUTO_VERSION, false,
          ContentModel.PROP_AUTO_VERSION_PROPS, false);

  // Of the version itself; the platform only notes who last changed the node before.
  private static final String KEPT_BY = "chanceryKeptBy";
  private static final String KEPT_AT = "chanceryKeptAt";

  private final NodeService nodes;
  private final VersionService versions;
  private final NodeReader reader;
  private final NodeWriter writer;
  private final AlfrescoContents contents;
  private final AlfrescoTransactions transactions;

  AlfrescoVersions(
      NodeService nodes,
      VersionService versions,
      NodeReader reader,
      NodeWriter writer,
      AlfrescoContents contents,
      AlfrescoTransactions transactions) {
    this.nodes = nodes;
    this.versions = versions;
    this.reader = reader;
    this.writer = writer;
    this.contents = contents;
    this.transactions = transactions;
  }

  @Override
  public Version keep(Caller caller, NodeId id, boolean major, String comment) {
    return transactions.writing(
        caller,
        () -> {
          writer.lock(caller, id, Permission.WRITE);
          writer.refuseRoot(id);
          NodeRef ref = PlatformNames.ref(id);
          writer.requireUnheld(ref);
          makeVersionable(ref);
          boolean first = versions.getVersionHistory(ref) == null;
          Map<String, Serializable> of = new HashMap<>();
          of.put(
              VersionModel.PROP_VERSION_TYPE,
              major || first ? VersionType.MAJOR : VersionType.MINOR);
          of.put(org.alfresco.service.cmr.version.Version.PROP_DESCRIPTION, comment);
          of.put(KEPT_BY, caller.user());
          of.put(KEPT_AT, writer.now().toString());
          return version(versions.createVersion(ref, of));
        });
  }

  private void makeVersionable(NodeRef ref) {
    if (nodes.hasAspect(ref, ContentModel.ASPECT_VERSIONABLE)) {
      return;
    }
    writer.unstamped(
        List.of(ref),
        () -> {
          nodes.addAspect(ref, ContentModel.ASPECT_VERSIONABLE, new HashMap<>(BY_HAND));
          return null;
        });
  }

  @Override
  public List<Version> list(Caller caller, NodeId id) {
    return transactions.reading(
        caller,
        () ->
            history(caller, id).stream()
                .flatMap(history -> history.getAllVersions().stream())
                .map(this::version)
                .toList());
  }

  @Override
  public InputStream open(Caller caller, NodeId id, String label, QName property) {
    String url =
        transactions.reading(
            caller,
            () ->
                history(caller, id).stream()
                    .flatMap(history -> history.getAllVersions().stream())
                    .filter(version -> version.getVersionLabel().equals(label))
                    .findFirst()
                    .map(version -> reader.state(version.getFrozenStateNodeRef()))
                    .map(state -> state.contents().get(property))
                    .map(ContentData::getContentUrl)
                    .orElseThrow(() -> new NotFound(id)));
    return contents.at(url).getContentInputStream();
  }

  private Optional<VersionHistory> history(Caller caller, NodeId id) {
    if (!reader.visible(caller, id)) {
      throw new NotFound(id);
    }
    return Optional.ofNullable(versions.getVersionHistory(PlatformNames.ref(id)));
  }

  private Version version(org.alfresco.service.cmr.version.Version kept) {
    NodeReader.State state = reader.state(kept.getFrozenStateNodeRef());
    return new Version(
        kept.getVersionLabel(),
        kept.getVersionProperty(KEPT_AT) instanceof String at
            ? Instant.parse(at)
            : kept.getFrozenModifiedDate().toInstant(),
        kept.getVersionProperty(KEPT_BY) instanceof String by
            ? by
            : Accounts.fromPlatform(kept.getFrozenModifier()),
        Optional.ofNullable(kept.getDescription()).orElse(""),
        state.properties(),
        reader.infos(state.contents()));
  }
}
