#include "modules/letters/model_store.hpp"

namespace letters
{
namespace
{

constexpr db::Table<StoredModel> model_table{"letters_model"};
constexpr db::Table<StoredModelVersion> version_table{"letters_model_version"};

constexpr db::Query every_model{"letters.models", R"sql(
    SELECT id, kind, name, version, content FROM letters_model
     WHERE workspace_id = :workspace
     ORDER BY name, id LIMIT :limit
)sql"};

constexpr db::Query find_model{"letters.model", R"sql(
    SELECT id, kind, name, version, content FROM letters_model
     WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query update_model{"letters.update_model", R"sql(
    UPDATE letters_model SET name = :name, version = :version, content = :content
     WHERE workspace_id = :workspace AND id = :id AND version = :seen
)sql"};

constexpr db::Query remove_model{"letters.remove_model", R"sql(
    DELETE FROM letters_model
     WHERE workspace_id = :workspace AND id = :id AND version = :seen
)sql"};

constexpr db::Query remove_versions{"letters.remove_model_versions", R"sql(
    DELETE FROM letters_model_version
     WHERE workspace_id = :workspace AND model_id = :id
)sql"};

constexpr db::Query versions_of{"letters.model_versions", R"sql(
    SELECT model_id, version, name, content, saved_at FROM letters_model_version
     WHERE workspace_id = :workspace AND model_id = :id
     ORDER BY version DESC LIMIT :limit
)sql"};

constexpr db::Query version_by_number{"letters.model_version", R"sql(
    SELECT model_id, version, name, content, saved_at FROM letters_model_version
     WHERE workspace_id = :workspace AND model_id = :id AND version = :version
)sql"};

constexpr db::Query every_choice{"letters.choices", R"sql(
    SELECT kind, choice FROM letters_choice
     WHERE workspace_id = :workspace
     ORDER BY kind LIMIT :limit
)sql"};

constexpr db::Query write_choice{"letters.choose", R"sql(
    INSERT INTO letters_choice (workspace_id, kind, choice)
    VALUES (:workspace, :kind, :choice)
    ON CONFLICT (workspace_id, kind) DO UPDATE SET choice = excluded.choice
)sql"};

constexpr int kinds_max = 10;

} // namespace

std::vector<StoredModel> ModelStore::every()
{
    return tx_.rows<StoredModel>(every_model, {{"limit", models_max + 1}});
}

std::optional<StoredModel> ModelStore::find(ModelId id)
{
    return tx_.find<StoredModel>(find_model, {{"id", id}});
}

void ModelStore::insert(const StoredModel& made)
{
    tx_.insert(model_table, made);
}

bool ModelStore::update(const StoredModel& changed, std::int64_t seen_version)
{
    return tx_.execute(update_model, {{"id", changed.id},
                                      {"name", changed.name},
                                      {"version", changed.version},
                                      {"content", changed.content},
                                      {"seen", seen_version}}) == 1;
}

bool ModelStore::remove(ModelId id, std::int64_t seen_version)
{
    tx_.execute(remove_versions, {{"id", id}});
    return tx_.execute(remove_model, {{"id", id}, {"seen", seen_version}}) == 1;
}

void ModelStore::insert(const StoredModelVersion& version)
{
    tx_.insert(version_table, version);
}

std::vector<StoredModelVersion> ModelStore::versions(ModelId id)
{
    return tx_.rows<StoredModelVersion>(versions_of, {{"id", id}, {"limit", model_versions_shown}});
}

std::optional<StoredModelVersion> ModelStore::find_version(ModelId id, std::int64_t version)
{
    return tx_.find<StoredModelVersion>(version_by_number, {{"id", id}, {"version", version}});
}

std::vector<ModelChoice> ModelStore::choices()
{
    return tx_.rows<ModelChoice>(every_choice, {{"limit", kinds_max}});
}

void ModelStore::choose(const ModelChoice& choice)
{
    tx_.execute(write_choice, {{"kind", choice.kind}, {"choice", choice.choice}});
}

} // namespace letters
