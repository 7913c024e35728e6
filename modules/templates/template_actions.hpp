#pragma once

#include "modules/templates/template_store.hpp"

namespace templates
{

/// Own ones, by name.
std::vector<Template> own_templates(tenancy::WorkspaceTransaction& tx);
/// A ready one by its style, an own one by its id. Throws base::NotFound.
Template template_by_code(tenancy::WorkspaceTransaction& tx, std::string_view code);
Template own_template(tenancy::WorkspaceTransaction& tx, TemplateId id);

/// A copy of any template, under that name, as version 1. Refuses "templates.refusal.too_many".
TemplateId copy_template(tenancy::WorkspaceTransaction& tx, std::string_view code,
                         const std::string& name);

struct Saving {
    TemplateId id;
    std::string name;
    Content content; ///< without problems
    std::int64_t seen_version = 0;
};
/// A new version; none where nothing changed. Refuses "templates.refusal.changed_since" (409) where
/// somebody saved meanwhile.
void save_template(tenancy::WorkspaceTransaction& tx, const Saving& saving);
/// The content of an old version becomes the newest one.
void restore_version(tenancy::WorkspaceTransaction& tx, TemplateId id, std::int64_t version);
/// Those that are not chosen yet. Throws base::NotFound for a code nothing stands for.
void choose_templates(tenancy::WorkspaceTransaction& tx, const std::vector<StoredChoice>& choices);
/// With its versions; papers that left keep their look. Refuses "templates.refusal.chosen" for one
/// that is chosen and "templates.refusal.changed_since" (409).
void remove_template(tenancy::WorkspaceTransaction& tx, TemplateId id, std::int64_t seen_version);

} // namespace templates
