#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/tenancy/context.hpp"
#include "modules/templates/template.hpp"

#include <optional>
#include <vector>

namespace templates
{

struct StoredTemplate {
    TemplateId id;
    std::string name;
    std::int64_t version = 1;
    std::string content; ///< frozen(Template)
};
BOOST_DESCRIBE_STRUCT(StoredTemplate, (), (id, name, version, content))

struct StoredVersion {
    TemplateId template_id;
    std::int64_t version = 1;
    std::string name;
    std::string content;
    base::Instant saved_at;
};
BOOST_DESCRIBE_STRUCT(StoredVersion, (), (template_id, version, name, content, saved_at))

struct StoredChoice {
    DocumentType type = DocumentType::quote;
    std::string choice;
};
BOOST_DESCRIBE_STRUCT(StoredChoice, (), (type, choice))

class TemplateStore
{
  public:
    explicit TemplateStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    std::vector<StoredTemplate> every();
    std::optional<StoredTemplate> find(TemplateId id);
    void insert(const StoredTemplate& made);
    /// False when the saved version is another by now.
    bool update(const StoredTemplate& changed, std::int64_t seen_version);
    /// With its versions. False when the saved version is another by now.
    bool remove(TemplateId id, std::int64_t seen_version);
    void insert(const StoredVersion& version);
    std::vector<StoredVersion> versions(TemplateId id); ///< newest first, versions_shown_max
    std::optional<StoredVersion> find_version(TemplateId id, std::int64_t version);
    std::vector<StoredChoice> choices();
    void choose(const StoredChoice& choice);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace templates
