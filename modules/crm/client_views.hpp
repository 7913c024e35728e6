#pragma once

#include "kernel/guard/form_view.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/html/ui/tabs.hpp"
#include "modules/crm/client_filter.hpp"
#include "modules/crm/client_layout_store.hpp"
#include "modules/crm/client_store.hpp"
#include "modules/crm/client_type.hpp"
#include "modules/crm/duplicate.hpp"
#include "modules/crm/tag_store.hpp"

#include <optional>
#include <string>
#include <vector>

namespace crm
{

struct ClientListView {
    std::string slug;
    html::Html guard;
    ClientFilter filter{};
    std::int64_t inactive_after = 0; ///< days
    ClientLayout layout = ClientLayout::table;
    bool may_manage = false;
    std::vector<ClientRow> rows{};
    ClientTypes types{};
    std::vector<TagUse> tags{};
    std::optional<html::Url> next{};
    std::vector<ui::Tab> orders{}; ///< one of them shown now
    html::Url layout_at = html::Url::local("/");
    html::Url export_at = html::Url::local("/");
    html::Url workbook_at = html::Url::local("/");
};
html::Html client_list(const ClientListView& view);

struct ClientFormView {
    html::Url action;
    html::Url back;
    html::Html guard;
    guard::FormView fields;
    std::vector<ui::Choice> types;
    bool is_new = true;
    html::Url alikes_at;       ///< where to ask while it is typed
    std::vector<Alike> alikes; ///< who he may be already
    std::string slug;
    std::string self{}; ///< id of the record, which is not alike to itself
};
html::Html client_form(const ClientFormView& view);

struct ClientPageView {
    const Client& client;
    std::string type_label;
    const std::vector<Contact>& contacts;
    html::Html alerts; ///< of today
    html::Html tags;
    html::Html panels;  ///< of other modules: requests, projects
    html::Html history; ///< a link; empty when the reader may not see it
};
html::Html client_page(const ClientPageView& view);

html::Url client_path(std::string_view slug, tenancy::ClientId client);

} // namespace crm
