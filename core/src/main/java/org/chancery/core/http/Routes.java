package org.chancery.core.http;

import static org.chancery.core.access.Capability.BROWSE;
import static org.chancery.core.access.Capability.CHANGE;
import static org.chancery.core.access.Capability.CHECK_INTEGRITY;
import static org.chancery.core.access.Capability.DECLARE;
import static org.chancery.core.access.Capability.KEEP_CASES;
import static org.chancery.core.access.Capability.LOCK;
import static org.chancery.core.access.Capability.PROCESS_INTAKE;
import static org.chancery.core.access.Capability.READ_LEDGER;
import static org.chancery.core.access.Capability.RECEIVE;
import static org.chancery.core.http.Lines.OPEN;
import static org.chancery.core.http.Lines.SIGNED_IN;
import static org.chancery.core.http.Lines.byRouter;
import static org.chancery.core.http.Lines.naming;
import static org.chancery.core.http.Lines.reading;
import static org.chancery.core.http.Lines.refusals;
import static org.chancery.core.http.Lines.route;
import static org.chancery.core.http.Lines.with;
import static org.chancery.core.http.Route.Scope.CREATE;
import static org.chancery.core.http.Route.Scope.NONE;
import static org.chancery.core.http.Route.Scope.READ;
import static org.chancery.core.http.Route.Scope.WRITE;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.chancery.core.audit.Action;
import org.chancery.core.http.Route.Audit;

/** THE route table: every route there is, who may call it, and how it appears in the ledger. */
final class Routes {
  private final SessionRoutes session;
  private final SearchRoutes search;
  private final IntakeRoutes intake;
  private final UploadRoute upload;
  private final ReadingRoutes reading;
  private final NodeRoutes nodes;
  private final ContentRoutes content;
  private final PermissionRoutes permissions;
  private final RecordRoutes records;
  private final CaseRoutes cases;
  private final ModelRoute model;
  private final OversightRoutes oversight;
  private final List<List<Route>> tables;

  Routes(
      SessionRoutes session,
      SearchRoutes search,
      IntakeRoutes intake,
      UploadRoute upload,
      ReadingRoutes reading,
      NodeRoutes nodes,
      ContentRoutes content,
      PermissionRoutes permissions,
      RecordRoutes records,
      CaseRoutes cases,
      ModelRoute model,
      OversightRoutes oversight,
      List<List<Route>> tables) {
    this.session = session;
    this.search = search;
    this.intake = intake;
    this.upload = upload;
    this.reading = reading;
    this.nodes = nodes;
    this.content = content;
    this.permissions = permissions;
    this.records = records;
    this.cases = cases;
    this.model = model;
    this.oversight = oversight;
    this.tables = tables;
  }

  List<Route> all() {
    return Stream.concat(own().stream(), tables.stream().flatMap(List::stream)).toList();
  }

  private List<Route> own() {
    Audit view = byRouter(Action.VIEW);
    // Listings that pages ask for again and again: a row a minute, and refusals.
    Audit listing = refusals(Action.VIEW);
    return List.of(
        new Route("POST", "/session", OPEN, WRITE, refusals(Action.SIGN_IN), session::signIn),
        route("DELETE", "/session", SIGNED_IN, WRITE, refusals(Action.SIGN_OUT), session::signOut),
        route(
            "POST",
            "/session/affirmation",
            SIGNED_IN,
            WRITE,
            refusals(Action.AFFIRM),
            session::affirm),
        route(
            "POST",
            "/session/lock",
            SIGNED_IN,
            WRITE,
            refusals(Action.LOCK_SESSION),
            session::lock),
        route("GET", "/me", SIGNED_IN, NONE, refusals(Action.REQUEST), session::me),
        //
        route("GET", "/search", with(BROWSE), NONE, byRouter(Action.SEARCH), search::search),
        //
        route("GET", "/intake", with(PROCESS_INTAKE), NONE, listing, intake::list),
        route("GET", "/intake/{id}", with(PROCESS_INTAKE), NONE, view, intake::get),
        naming(
            "POST", "/intake/{id}/file", with(PROCESS_INTAKE), refusals(Action.FILE), intake::file),
        naming(
            "POST",
            "/intake/{id}/unfile",
            with(PROCESS_INTAKE),
            refusals(Action.MOVE),
            intake::unfile),
        route(
            "POST",
            "/intake/{id}/retry",
            with(PROCESS_INTAKE),
            WRITE,
            refusals(Action.RETRY),
            intake::retry),
        new Route(
            "POST", "/documents", with(RECEIVE), CREATE, refusals(Action.RECEIVE), upload::post),
        //
        reading("POST", "take", Handler.of(reading::take)),
        reading("GET", "{lease}/original", Handler.of(reading::original)),
        reading("POST", "{lease}/progress", Handler.of(reading::progress)),
        reading("POST", "{lease}/result", reading::result),
        reading("POST", "{lease}/letter", reading::letter),
        reading("POST", "{lease}/refused", Handler.of(reading::refused)),
        reading("POST", "{lease}/failed", Handler.of(reading::failed)),
        reading("POST", "{lease}/release", Handler.of(reading::release)),
        //
        route("GET", "/nodes/{id}", with(BROWSE), READ, view, nodes::get),
        route("DELETE", "/nodes/{id}", with(CHANGE), WRITE, refusals(Action.DELETE), nodes::delete),
        route(
            "PUT",
            "/nodes/{id}/properties",
            with(CHANGE),
            WRITE,
            byRouter(Action.UPDATE),
            nodes::putProperties),
        route("GET", "/nodes/{id}/children", with(BROWSE), READ, view, nodes::children),
        route(
            "POST",
            "/nodes/{id}/children",
            with(CHANGE),
            CREATE,
            byRouter(Action.CREATE),
            nodes::create),
        route("POST", "/nodes/{id}/move", with(CHANGE), WRITE, byRouter(Action.MOVE), nodes::move),
        route("GET", "/nodes/{id}/versions", with(BROWSE), READ, view, nodes::versions),
        route("GET", "/nodes/{id}/history", with(BROWSE), READ, view, oversight::history),
        route("GET", "/nodes/{id}/content", with(BROWSE), READ, view, content::get),
        new Route(
            "PUT",
            "/nodes/{id}/content",
            with(CHANGE),
            WRITE,
            byRouter(Action.UPDATE),
            content::put),
        route("GET", "/nodes/{id}/permissions", with(BROWSE), READ, view, permissions::get),
        route(
            "PUT",
            "/nodes/{id}/permissions",
            with(LOCK),
            WRITE,
            refusals(Action.CHANGE_PERMISSIONS),
            permissions::put),
        route(
            "POST",
            "/nodes/{id}/declare",
            with(DECLARE),
            WRITE,
            refusals(Action.DECLARE),
            records::declare),
        route(
            "GET",
            "/nodes/{id}/relations",
            with(BROWSE),
            READ,
            refusals(Action.VIEW),
            records::related),
        route("GET", "/authorities", with(BROWSE), READ, listing, permissions::authorities),
        //
        naming(
            "POST",
            "/case-folders",
            with(KEEP_CASES),
            refusals(Action.CREATE),
            cases::createFolder),
        naming(
            "POST",
            "/case-folders/{id}/case-files",
            with(KEEP_CASES),
            refusals(Action.CREATE),
            cases::createFile),
        //
        route("GET", "/model", with(Optional.empty()), NONE, refusals(Action.REQUEST), model::get),
        route(
            "GET",
            "/audit",
            with(READ_LEDGER),
            READ,
            byRouter(Action.READ_LEDGER),
            oversight::ledger),
        route(
            "GET",
            "/integrity",
            with(CHECK_INTEGRITY),
            NONE,
            byRouter(Action.CHECK_INTEGRITY),
            oversight::integrity),
        route("GET", "/health", OPEN, NONE, refusals(Action.REQUEST), oversight::health));
  }
}
