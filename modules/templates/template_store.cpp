#include "modules/templates/template_store.hpp"

namespace templates
{
namespace
{

constexpr db::Table<StoredTemplate> template_table{"templates_template"};
constexpr db::Table<StoredVersion> version_table{"templates_version"};

constexpr db::Query every_template{"templates.every", R"sql(
    SELECT id, name, version, content FROM templates_template
     WHERE workspace_id = :workspace
     ORDER BY name, id LIMIT :limit
)sql"};

constexpr db::Query find_template{"templates.find", R"sql(
    SELECT id, name, version, content FROM templates_template
     WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query update_template{"templates.update", R"sql(
    UPDATE templates_template SET name = :name, version = :version, content = :content
     WHERE workspace_id = :workspace AND id = :id AND version = :seen
)sql"};

constexpr db::Query remove_template{"templates.remove", R"sql(
    DELETE FROM templates_template
     WHERE workspace_id = :workspace AND id = :id AND version = :seen
)sql"};

constexpr db::Query remove_versions{"templates.remove_versions", R"sql(
    DELETE FROM templates_version
     WHERE workspace_id = :workspace AND template_id = :id
)sql"};

constexpr db::Query versions_of{"templates.versions", R"sql(
    SELECT template_id, version, name, content, saved_at FROM templates_version
     WHERE workspace_id = :workspace AND template_id = :id
     ORDER BY version DESC LIMIT :limit
)sql"};

constexpr db::Query version_by_number{"templates.version", R"sql(
    SELECT template_id, version, name, content, saved_at FROM templates_version
     WHERE workspace_id = :workspace AND template_id = :id AND version = :version
)sql"};

constexpr db::Query every_choice{"templates.choices", R"sql(
    SELECT type, choice FROM templates_choice
     WHERE workspace_id = :workspace
     ORDER BY type LIMIT :limit
)sql"};

constexpr db::Query write_choice{"templates.choose", R"sql(
    INSERT INTO templates_choice (workspace_id, type, choice)
    VALUES (:workspace, :type, :choice)
    ON CONFLICT (workspace_id, type) DO UPDATE SET choice = excluded.choice
)sql"};

constexpr int types_max = 10;

} // namespace

std::vector<StoredTemplate> TemplateStore::every()
{
    return tx_.rows<StoredTemplate>(every_template, {{"limit", templates_max + 1}});
}

std::optional<StoredTemplate> TemplateStore::find(TemplateId id)
{
    return tx_.find<StoredTemplate>(find_template, {{"id", id}});
}

void TemplateStore::insert(const StoredTemplate& made)
{
    tx_.insert(template_table, made);
}

bool TemplateStore::update(const StoredTemplate& changed, std::int64_t seen_version)
{
    return tx_.execute(update_template, {{"id", changed.id},
                                         {"name", changed.name},
                                         {"version", changed.version},
                                         {"content", changed.content},
                                         {"seen", seen_version}}) == 1;
}

bool TemplateStore::remove(TemplateId id, std::int64_t seen_version)
{
    tx_.execute(remove_versions, {{"id", id}});
    return tx_.execute(remove_template, {{"id", id}, {"seen", seen_version}}) == 1;
}

void TemplateStore::insert(const StoredVersion& version)
{
    tx_.insert(version_table, version);
}

std::vector<StoredVersion> TemplateStore::versions(TemplateId id)
{
    return tx_.rows<StoredVersion>(versions_of, {{"id", id}, {"limit", versions_shown_max}});
}

std::optional<StoredVersion> TemplateStore::find_version(TemplateId id, std::int64_t version)
{
    return tx_.find<StoredVersion>(version_by_number, {{"id", id}, {"version", version}});
}

std::vector<StoredChoice> TemplateStore::choices()
{
    return tx_.rows<StoredChoice>(every_choice, {{"limit", types_max}});
}

void TemplateStore::choose(const StoredChoice& choice)
{
    tx_.execute(write_choice, {{"type", choice.type}, {"choice", choice.choice}});
}

} // namespace templates
