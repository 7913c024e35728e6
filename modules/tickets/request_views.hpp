#pragma once

#include "kernel/files/files.hpp"
#include "kernel/guard/form_view.hpp"
#include "modules/projects/projects.hpp"
#include "modules/tickets/attachment_views.hpp"
#include "modules/tickets/portal_list_store.hpp"
#include "modules/tickets/rating.hpp"
#include "modules/tickets/thread_views.hpp"

#include <optional>
#include <string>
#include <vector>

/// What a client sees of his requests. No jargon: « demande », « réponse attendue ».
namespace tickets
{

html::Url request_path(std::string_view slug, std::string_view number);

struct RequestListView {
    std::string slug;
    const Reading& reading;
    RequestView view = RequestView::all;
    ProjectId project;        ///< of the filter
    std::string project_name; ///< of the filter
    std::vector<RequestRow> rows;
    bool may_create = false;
};
html::Html request_list(const RequestListView& view);

/// On the portal's home: the requests in hand.
struct RequestCardView {
    std::string slug;
    const Reading& reading;
    std::vector<RequestRow> rows;
    bool may_create = false;
    bool has_project = false;
};
html::Html request_card(const RequestCardView& view);

/// The request to look at first: one that waits for the client, else the newest; nullptr without
/// any.
const RequestRow* next_request(const presets::Workflow& workflow,
                               const std::vector<RequestRow>& rows);
/// Where it stands among its steps, and what to do next.
html::Html next_request_card(std::string_view slug, const Reading& reading, const RequestRow& row);

struct NewRequestView {
    std::string slug;
    guard::FormView fields;
    std::vector<ui::Choice> projects;
    std::vector<ui::Choice> priorities;
    std::string default_priority;
    HeldFiles held;
    html::Html suggestions; ///< slot « new_request »: under the title
    html::Html after;       ///< slot « after_new_request »: no form holds another
    html::Html guard;
    std::string business;
};
html::Html new_request(const NewRequestView& view);

struct RequestPageView {
    std::string slug;
    const Reading& reading;
    const Ticket& ticket;
    projects::ProjectSummary project;
    std::vector<Message> messages;
    std::vector<files::File> files;
    std::vector<Ticket> absorbed; ///< that ended here; messages and files include theirs
    std::vector<TimelineEvent> events;
    std::optional<Rating> rating;
    std::vector<const presets::Move*> moves;
    bool may_reply = false;
    bool may_rate = false;
    std::string typed; ///< a reply refused
    std::string error;
    std::string conflict;
    html::Html guard;
};
html::Html request_page(const RequestPageView& view);

} // namespace tickets
