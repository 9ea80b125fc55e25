/**
 * What Chancery's actions do in Share's document library. They go through Share's proxy, with Share's session and
 * token; the repository decides whether somebody may.
 */
(function() {
   var API = "chancery/v1/";

   /** Properties in the library's lines whose values the model lists; the message bundle holds their labels. */
   var LISTED = ["cor_intakeState", "cor_source", "cor_status"];

   function idOf(record) {
      return new Alfresco.util.NodeRef(record.nodeRef).id;
   }

   function go(place) {
      window.location.href = Alfresco.constants.URL_PAGECONTEXT + "chancery#/" + place;
   }

   /** Sends a change with Share's token, read anew each time since every page of Share changes it. */
   function send(path, headers, body, method) {
      headers["Content-Type"] = "application/json";
      headers.Accept = "application/json";
      if (Alfresco.util.CSRFPolicy.isFilterEnabled()) {
         headers[Alfresco.util.CSRFPolicy.getHeader()] = Alfresco.util.CSRFPolicy.getToken();
      }
      return fetch(Alfresco.constants.PROXY_URI + path, {
         method: method || "POST",
         headers: headers,
         body: JSON.stringify(body || {}),
         credentials: "same-origin"
      }).then(succeeded);
   }

   /** Turns a refusal into an error that says in words why. */
   function succeeded(response) {
      if (response.ok) {
         return response;
      }
      return response.text().then(function(text) {
         var problem = {};
         try {
            problem = JSON.parse(text);
         } catch (notJson) {
            // Something before the repository answered; it has no words for us.
         }
         throw new Error(problem.detail || problem.message || "");
      });
   }

   /** Asks the repository. */
   function ask(path) {
      return fetch(Alfresco.constants.PROXY_URI + API + path, { headers: { Accept: "application/json" }, credentials: "same-origin" })
         .then(succeeded)
         .then(function(response) {
            return response.json();
         });
   }

   /** Shows what came of a change. */
   function tell(widget, record, change, done, failed) {
      tellOf(widget, [record], change, done, failed);
   }

   /** The same for several: by its name when it is one, by their number when they are more. */
   function tellOf(widget, records, change, done, failed) {
      var what = records.length === 1 ? records[0].displayName : widget.msg("message.chancery.items", records.length);
      change.then(
         function() {
            Alfresco.util.PopupManager.displayMessage({ text: widget.msg(done, what) });
            YAHOO.Bubbling.fire("metadataRefresh", records[0]);
         },
         function(error) {
            refused(widget, failed, what, error);
         }
      );
   }

   function refused(widget, failed, what, error) {
      Alfresco.util.PopupManager.displayPrompt({
         text: widget.msg(failed, what, error.message || widget.msg("message.chancery.failed"))
      });
   }

   /** What is chosen in a dialog: an element with its label. */
   function labelled(label, element) {
      var line = document.createElement("label");
      line.style.cssText = "display: block; text-align: left; margin: 0.4em 0;";
      line.appendChild(document.createTextNode(label));
      element.style.cssText = "display: block; width: 100%; box-sizing: border-box; margin-top: 0.2em;";
      line.appendChild(element);
      return line;
   }

   /** A choice. Each option is a value and its label. */
   function choice(options) {
      var select = document.createElement("select");
      options.forEach(function(each) {
         var option = document.createElement("option");
         option.value = each.value;
         option.textContent = each.label;
         select.appendChild(option);
      });
      return select;
   }

   function reasonField() {
      var text = document.createElement("textarea");
      text.rows = 3;
      text.maxLength = 2000;
      return text;
   }

   /** Asks for some values; goes on when none is missing. */
   function dialog(widget, title, lines, label, needed, act) {
      var body = document.createElement("div"),
         panel = new YAHOO.widget.SimpleDialog(Alfresco.util.generateDomId(), {
            close: true,
            constraintoviewport: true,
            draggable: false,
            effect: null,
            modal: true,
            visible: false,
            zIndex: 1000,
            width: "36em",
            fixedcenter: true,
            buttons: [
               {
                  text: label,
                  handler: function() {
                     var missing = needed.filter(function(field) {
                        return !field.value.trim();
                     })[0];
                     if (missing) {
                        missing.focus();
                        return;
                     }
                     this.destroy();
                     act();
                  }
               },
               {
                  text: widget.msg("button.cancel"),
                  handler: function() {
                     this.destroy();
                  }
               }
            ]
         });
      body.style.cssText = "background: #fff; padding: 0.5em 1.2em 0.8em;";
      lines.forEach(function(line) {
         body.appendChild(line);
      });
      panel.setHeader(Alfresco.util.encodeHTML(title));
      panel.setBody(body);
      panel.render(document.body);
      panel.show();
      body.querySelector("select, textarea").focus();
   }

   /** A hold's kind, since when, and why, as far as one line has room. */
   function holdLabel(widget, hold) {
      var reason = hold.reason.length > 60 ? hold.reason.substring(0, 60) + "…" : hold.reason;
      return widget.msg("value.rec_holdKind." + hold.kind) + ", " + hold.placedAt.substring(0, 10) + ": " + reason;
   }

   function namesOf(widget, records) {
      return records.length === 1 ? records[0].displayName : widget.msg("message.chancery.items", records.length);
   }

   /** Declares the document as it is now: a change that comes between is not declared unseen. */
   function declare(id) {
      return fetch(Alfresco.constants.PROXY_URI + API + "nodes/" + id, { headers: { Accept: "application/json" }, credentials: "same-origin" })
         .then(succeeded)
         .then(function(response) {
            return send(API + "nodes/" + id + "/declare", { "If-Match": response.headers.get("ETag") });
         });
   }

   var ACTIONS = {
      onChanceryFile: function(record) {
         go("intake/" + idOf(record));
      },

      onChanceryOpen: function(record) {
         go("nodes/" + idOf(record));
      },

      onChanceryLock: function(record) {
         go("nodes/" + idOf(record) + "?permissions");
      },

      /** Mail is read again by the desk, which shows that it waits; anything else by the repository's action. */
      onChanceryRead: function(record) {
         var change = record.jsNode.hasAspect("cor:received")
            ? send(API + "intake/" + idOf(record) + "/retry", {})
            : send("api/actionQueue", {}, { actionedUponNode: record.nodeRef, actionDefinitionName: "chancery-read" });
         tell(this, record, change, "message.chancery.read.done", "message.chancery.read.failed");
      },

      onChancerySeries: function(record) {
         var widget = this;
         ask("file-plan").then(
            function(plan) {
               var none = { value: "", label: widget.msg("message.chancery.series.none") },
                  series = choice(
                     [none].concat(
                        plan.items.map(function(each) {
                           return { value: each.series.code, label: each.series.code + " · " + each.series.title };
                        })
                     )
                  ),
                  reason = reasonField();
               series.value = record.jsNode.properties.rec_appliedSeries || "";
               dialog(
                  widget,
                  widget.msg("message.chancery.series.title", record.displayName),
                  [labelled(widget.msg("message.chancery.series.which"), series), labelled(widget.msg("message.chancery.reason"), reason)],
                  widget.msg("actions.chancery.series"),
                  [reason],
                  function() {
                     var body = { reason: reason.value };
                     if (series.value) {
                        body.series = series.value;
                     }
                     tell(
                        widget,
                        record,
                        send(API + "nodes/" + idOf(record) + "/series", {}, body, "PUT"),
                        "message.chancery.series.done",
                        "message.chancery.series.failed"
                     );
                  }
               );
            },
            function(error) {
               refused(widget, "message.chancery.series.failed", record.displayName, error);
            }
         );
      },

      /** One item, or all that are selected: under a new hold, or one that is there. */
      onChanceryHold: function(chosen) {
         var widget = this,
            records = [].concat(chosen);
         ask("holds").then(
            function(holds) {
               var kinds = ["litigation", "foia", "audit"].map(function(kind) {
                     return { value: "new " + kind, label: widget.msg("message.chancery.hold.new", widget.msg("value.rec_holdKind." + kind)) };
                  }),
                  which = choice(
                     kinds.concat(
                        holds.items.map(function(hold) {
                           return { value: hold.id, label: holdLabel(widget, hold) };
                        })
                     )
                  ),
                  reason = reasonField(),
                  needed = [reason],
                  why = labelled(widget.msg("message.chancery.hold.reason"), reason);
               which.addEventListener("change", function() {
                  var fresh = which.value.indexOf("new ") === 0;
                  why.style.display = fresh ? "block" : "none";
                  needed.splice(0, needed.length);
                  if (fresh) {
                     needed.push(reason);
                  }
               });
               dialog(
                  widget,
                  widget.msg("message.chancery.hold.title", namesOf(widget, records)),
                  [labelled(widget.msg("message.chancery.hold.which"), which), why],
                  widget.msg("actions.chancery.hold"),
                  needed,
                  function() {
                     var fresh = which.value.indexOf("new ") === 0,
                        placed = fresh
                           ? send(API + "holds", {}, { kind: which.value.substring(4), reason: reason.value }).then(function(response) {
                                return response.json();
                             })
                           : Promise.resolve({ id: which.value });
                     tellOf(
                        widget,
                        records,
                        placed.then(function(hold) {
                           return send(API + "holds/" + hold.id + "/items", {}, { nodes: records.map(idOf) });
                        }),
                        "message.chancery.hold.done",
                        "message.chancery.hold.failed"
                     );
                  }
               );
            },
            function(error) {
               refused(widget, "message.chancery.hold.failed", namesOf(widget, records), error);
            }
         );
      },

      /** From one of the holds on it; from those above it, it is released with the folder. */
      onChanceryRelease: function(record) {
         var widget = this;
         ask("holds").then(
            function(holds) {
               var on = [].concat(record.jsNode.properties.rec_heldBy || []),
                  which = choice(
                     holds.items
                        .filter(function(hold) {
                           return on.indexOf(hold.id) !== -1;
                        })
                        .map(function(hold) {
                           return { value: hold.id, label: holdLabel(widget, hold) };
                        })
                  ),
                  reason = reasonField();
               dialog(
                  widget,
                  widget.msg("message.chancery.release.title", record.displayName),
                  [labelled(widget.msg("message.chancery.release.which"), which), labelled(widget.msg("message.chancery.reason"), reason)],
                  widget.msg("actions.chancery.release"),
                  [which, reason],
                  function() {
                     tell(
                        widget,
                        record,
                        send(API + "holds/" + which.value + "/release", {}, { nodes: [idOf(record)], reason: reason.value }),
                        "message.chancery.release.done",
                        "message.chancery.release.failed"
                     );
                  }
               );
            },
            function(error) {
               refused(widget, "message.chancery.release.failed", record.displayName, error);
            }
         );
      },

      onChanceryDeclare: function(record) {
         var widget = this;
         Alfresco.util.PopupManager.displayPrompt({
            title: widget.msg("message.chancery.declare.title"),
            text: widget.msg("message.chancery.declare.question", record.displayName),
            buttons: [
               {
                  text: widget.msg("actions.chancery.declare"),
                  handler: function() {
                     this.destroy();
                     tell(
                        widget,
                        record,
                        declare(idOf(record)),
                        "message.chancery.declare.done",
                        "message.chancery.declare.failed"
                     );
                  }
               },
               {
                  text: widget.msg("button.cancel"),
                  handler: function() {
                     this.destroy();
                  },
                  isDefault: true
               }
            ]
         });
      }
   };

   /** Shows a listed value by its label in the model. */
   function listed(property) {
      return function(record, label) {
         var value = record.jsNode.properties[property];
         return value
            ? '<span class="item">' + label + Alfresco.util.encodeHTML(this.msg("value." + property + "." + value)) + "</span>"
            : "";
      };
   }

   LISTED.forEach(function(property) {
      YAHOO.Bubbling.fire("registerRenderer", { propertyName: property, renderer: listed(property) });
   });

   /** What not everybody may do at all: the capability, as the repository names it, and the actions that need it. */
   var FOR_SOME = {
      LOCK: ["chancery-lock", "chancery-unlock"],
      DECLARE: ["chancery-declare", "chancery-declare-file"],
      APPLY_SERIES: ["chancery-series", "chancery-series-here"],
      PLACE_HOLDS: ["chancery-hold", "chancery-hold-case", "chancery-hold-here", "chancery-release", "onChanceryHold"]
   };

   function marker(capability) {
      return "chancery-may-" + capability.toLowerCase();
   }

   /**
    * Shows what not everybody may do to those who may. Share's own conditions know permissions on a node, which
    * an owner has; the capability comes from one's roles, and the repository tells it.
    */
   function offer(capabilities) {
      capabilities.forEach(function(capability) {
         document.documentElement.classList.add(marker(capability));
      });
   }

   /** Plain folders that a series or a hold may be on, by where they lie; a page of one folder does not tell. */
   var PLACES = { "chancery-series-here": ["/Library", "/Case folders"], "chancery-hold-here": ["/Library"] };

   /** Marks what the folder that is shown is no place for. Share keeps its path behind the #. */
   function place() {
      var written = (/[#&]filter=path(?:\||%7C)([^|&]*)/i.exec(window.location.hash) || [])[1],
         path = decodeURIComponent(written || "").replace(/%2F/gi, "/").replace(/%20/g, " ").split("|")[0];
      Object.keys(PLACES).forEach(function(action) {
         var fits =
            !/\/repository$/.test(window.location.pathname) ||
            PLACES[action].some(function(folder) {
               return path === folder || path.indexOf(folder + "/") === 0;
            });
         document.documentElement.classList.toggle("no-" + action, !fits);
      });
   }

   place();
   window.addEventListener("hashchange", place);

   var style = document.createElement("style");
   style.textContent = Object.keys(FOR_SOME)
      .map(function(capability) {
         return FOR_SOME[capability]
            .map(function(action) {
               return "html:not(." + marker(capability) + ") ." + action + " { display: none; }";
            })
            .join("\n");
      })
      .concat(
         Object.keys(PLACES).map(function(action) {
            return "html.no-" + action + " ." + action + " { display: none; }";
         })
      )
      .join("\n");
   document.head.appendChild(style);
   ask("me")
      .then(function(session) {
         offer(session.capabilities);
      })
      .catch(function(error) {
         Alfresco.logger.error("Chancery does not say what is allowed", error);
      });

   for (var name in ACTIONS) {
      YAHOO.Bubbling.fire("registerAction", { actionName: name, fn: ACTIONS[name] });
   }
})();
