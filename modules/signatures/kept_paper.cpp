#include "modules/signatures/kept_paper.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/files/file_name.hpp"
#include "kernel/files/installation.hpp"
#include "kernel/files/serving.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/signatures/signature_files.hpp"
#include "modules/signatures/signature_store.hpp"
#include "modules/signatures/signatures.hpp"

#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace signatures
{
namespace
{

constexpr std::size_t name_bytes = 12; // of chance

/// A file that goes with this object.
struct Draft {
    explicit Draft(const std::string& bytes)
        : path(files::incoming_folder() / ("signed-" + base::hex(base::random_bytes(name_bytes))))
    {
        std::ofstream file{path, std::ios::binary};
        file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        file.close();
        if (!file) throw std::runtime_error("a signed document cannot be written");
    }
    ~Draft()
    {
        std::error_code ignored;
        std::filesystem::remove(path, ignored);
    }
    Draft(const Draft&) = delete;
    Draft& operator=(const Draft&) = delete;

    std::filesystem::path path;
};

} // namespace

KeptPaper::KeptPaper(tenancy::WorkspaceId workspace, const std::string& number,
                     const std::string& pdf)
{
    const Draft draft{pdf};
    const files::Content content{
        .type = "application/pdf", .kind = files::Kind::document, .extensions = {"pdf"}};
    intake_.taken.push_back(
        {.name = files::clean_name(i18n::t("signatures.paper.file", {{"number", number}}), content),
         .content = content,
         .path = draft.path,
         .bytes = static_cast<std::int64_t>(pdf.size()),
         .sha256 = base::hex(base::sha256(pdf)),
         .upload = {}});
    files::keep(workspace, intake_);
}

files::FileId KeptPaper::attach(tenancy::WorkspaceTransaction& tx, SignatureId owner) const
{
    return files::attach(tx, {.kind = signature_files, .id = owner.value}, intake_).front();
}

void guard_signature_file(tenancy::WorkspaceTransaction& tx, const files::File&)
{
    if (tx.actor().side != tenancy::Side::staff) throw base::NotFound{};
    if (!tx.actor().may("signatures.read")) throw base::Forbidden{"signatures.read"};
}

std::optional<Signature> find_signature(tenancy::WorkspaceTransaction& tx, std::string_view kind,
                                        std::int64_t document, std::int64_t version)
{
    return SignatureStore{tx}.find({kind, document, version});
}

http::Response signed_paper(const tenancy::Context& context, const Signature& signature)
{
    const auto file = context.read(
        [&](tenancy::WorkspaceTransaction& tx) { return files::find(tx, signature.file_id); });
    if (!file) throw base::NotFound{};
    return files::serve(context.workspace().id, *file);
}

} // namespace signatures
