#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/tenancy/context.hpp"
#include "modules/letters/model.hpp"

#include <optional>
#include <vector>

namespace letters
{

struct StoredModel {
    ModelId id;
    LetterKind kind = LetterKind::letter;
    std::string name;
    std::int64_t version = 1;
    std::string content; ///< written(Content)
};
BOOST_DESCRIBE_STRUCT(StoredModel, (), (id, kind, name, version, content))

struct StoredModelVersion {
    ModelId model_id;
    std::int64_t version = 1;
    std::string name;
    std::string content;
    base::Instant saved_at;
};
BOOST_DESCRIBE_STRUCT(StoredModelVersion, (), (model_id, version, name, content, saved_at))

struct ModelChoice {
    LetterKind kind = LetterKind::letter;
    std::string choice; ///< a code
};
BOOST_DESCRIBE_STRUCT(ModelChoice, (), (kind, choice))

class ModelStore
{
  public:
    explicit ModelStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    std::vector<StoredModel> every();
    std::optional<StoredModel> find(ModelId id);
    void insert(const StoredModel& made);
    /// False when it is no longer at `seen_version`.
    bool update(const StoredModel& changed, std::int64_t seen_version);
    bool remove(ModelId id, std::int64_t seen_version); ///< with its versions

    void insert(const StoredModelVersion& version);
    std::vector<StoredModelVersion> versions(ModelId id); ///< the newest first
    std::optional<StoredModelVersion> find_version(ModelId id, std::int64_t version);

    std::vector<ModelChoice> choices();
    void choose(const ModelChoice& choice);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace letters
