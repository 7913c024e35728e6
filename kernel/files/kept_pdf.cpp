#include "kernel/files/kept_pdf.hpp"

#include "kernel/base/text.hpp"
#include "kernel/files/file_name.hpp"
#include "kernel/files/written_file.hpp"

namespace files
{

KeptPdf::KeptPdf(tenancy::WorkspaceId workspace, const std::string& name, const std::string& bytes)
{
    const WrittenFile written{bytes};
    const Content content{.type = "application/pdf", .kind = Kind::document, .extensions = {"pdf"}};
    intake_.taken.push_back({.name = clean_name(base::replace_all(name, "/", "-"), content),
                             .content = content,
                             .path = written.path(),
                             .bytes = static_cast<std::int64_t>(bytes.size()),
                             .sha256 = base::hex(base::sha256(bytes)),
                             .upload = {}});
    keep(workspace, intake_);
}

FileId KeptPdf::attach(tenancy::WorkspaceTransaction& tx, const Owner& owner) const
{
    return files::attach(tx, owner, intake_).front();
}

} // namespace files
