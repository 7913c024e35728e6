#pragma once

#include "kernel/jobs/jobs.hpp"
#include "kernel/search/tokenizer.hpp"
#include "kernel/secrets/vault.hpp"
#include "kernel/tenancy/context.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Finding what a workspace holds by the words it says.
///
/// Names, numbers and titles are written in the transaction of the action; long text by a job,
/// found within 2 s. What a reader may find is part of the key of every row: a client's words are
/// looked up among those written for this client, and nowhere else.
namespace search
{

/// For whose eyes a word is: the team, the team's own notes, or one client.
struct Scope {
    std::int64_t value = 0;

    static Scope staff() { return {0}; }
    static Scope internal() { return {1}; }
    static Scope of_client(tenancy::ClientId client) { return {client.value}; }
};

/// Where a word stands. One letter finds names and numbers only.
enum class Field { name, text };

/// What an object says in one field, and to whom.
struct Document {
    std::string kind;    ///< "ticket": a Kind declared by a module
    std::int64_t id = 0; ///< of the object found
    Field field = Field::name;
    std::vector<Scope> scopes;
    Terms terms;
};

/// Writes terms; those already there stay. In the transaction of the action.
void add(tenancy::WorkspaceTransaction& tx, const Document& document);
/// Removes terms: those of the old text that nothing else of the object says any more (correction),
/// or all of them (erasure). Names and texts of one object do not share rows.
void remove(tenancy::WorkspaceTransaction& tx, const Document& document);
/// `after` is what is said now; the terms of `before` that it lacks are removed.
void replace(tenancy::WorkspaceTransaction& tx, const Document& before, const Terms& after);

/// A row of a Source whose long text a job is to index.
struct Pending {
    std::string_view source; ///< "tickets.message"
    std::int64_t id = 0;
};
/// In the transaction of the action that writes the text. After a correction call it before the
/// terms of the old text are removed: a job that is reading them is then waited for.
void index_later(tenancy::WorkspaceTransaction& tx, const std::vector<Pending>& rows);

/// Rows of one table that hold text. Declared in a module's manifest.
struct Source {
    std::string name; ///< "tickets.message"
    /// What the row says now; nothing when it is gone.
    std::vector<Document> (*read)(tenancy::WorkspaceTransaction& tx, std::int64_t id) = nullptr;
    /// Ids above `after`, in order, at most `limit`: for indexing a workspace again.
    std::vector<std::int64_t> (*ids)(tenancy::WorkspaceTransaction& tx, std::int64_t after,
                                     int limit) = nullptr;
};

/// One line of the results.
struct Hit {
    std::int64_t id = 0;
    std::string title;  ///< « Cabinet Le Gall »
    std::string detail; ///< « Lorient »
    std::string path;   ///< inside the workspace, on the reader's side: "/clients/42"
    std::string state;  ///< words of a badge; may be empty
    std::string tone;   ///< of the badge: "blue"
};
inline constexpr int hits_max = 8; ///< of one kind
/// « :a » to « :h », for the statement of a Show: `id IN (:a, :b, :c, :d, :e, :f, :g, :h)`.
db::Binds id_binds(const std::vector<std::int64_t>& ids);

/// Those of these ids (at most hits_max) that the actor may see, in any order.
using Show = std::vector<Hit> (*)(tenancy::WorkspaceTransaction& tx,
                                  const std::vector<std::int64_t>& ids);

/// Whether a kind has words in Scope::internal.
enum class InternalWords { none, some };

/// What can be found. Declared in a module's manifest.
struct Kind {
    std::string name;             ///< "ticket"
    std::string label_key;        ///< heading of its group
    std::string client_label_key; ///< the same on the portal
    std::string icon;             ///< Lucide name; empty = an avatar of the title
    std::string permission;       ///< the reader needs
    int order = 0;
    InternalWords internal_words = InternalWords::none;
    Show to_staff = nullptr;
    Show to_client = nullptr; ///< none: clients never find this kind
    std::string module;       ///< who declared it
};

/// « Nouveau ticket »: what the palette offers to make.
struct Creation {
    std::string label_key;
    std::string path; ///< inside the workspace, staff side
    std::string icon;
    std::string permission;
    int order = 0;
    /// Also « … pour Anne Le Goff »: the kind whose id the page takes, in a field of that name.
    std::string for_kind;
};

/// Everything the modules declared. Built once at start, then read-only.
class Registry
{
  public:
    void add(Kind kind);
    void add(Source source);
    void add(Creation creation);
    /// `vault` makes the hashes of encrypted fields; it outlives the registry's use.
    void key_with(const secrets::Vault& vault) { vault_ = &vault; }

    const std::vector<Kind>& kinds() const { return kinds_; } ///< in order
    const std::vector<Source>& sources() const { return sources_; }
    const std::vector<Creation>& creations() const { return creations_; } ///< in order
    const Source* source(std::string_view name) const;
    const secrets::Vault* vault() const { return vault_; }

  private:
    std::vector<Kind> kinds_;
    std::vector<Source> sources_;
    std::vector<Creation> creations_;
    const secrets::Vault* vault_ = nullptr;
};
Registry& registry();

/// The hash of an encrypted e-mail or telephone, as its `…_hash` column and Names::keyed take it.
std::string keyed_hash(const secrets::Vault& vault, std::string_view normalised);

inline constexpr std::string_view index_job = "search.index";
void run_index(tenancy::Context& context, const jobs::Job& job);
/// Indexes everything that waits in the workspace; returns how many rows it read.
std::int64_t index_pending(tenancy::Context& context);
/// Writes every term of the workspace again, in short transactions. Searches made meanwhile may
/// miss what is not written yet. Returns how many rows were read.
std::int64_t reindex(tenancy::Context& context);
/// The workspaces whose every term was written by the present tokenizer.
std::vector<tenancy::WorkspaceId> indexed_workspaces(tenancy::PlatformTransaction& tx);

} // namespace search
