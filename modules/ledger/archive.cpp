#include "modules/ledger/archive.hpp"

#include "kernel/base/text.hpp"

#include <boost/json.hpp>

namespace ledger
{
namespace
{

namespace json = boost::json;

std::string line_of(const json::object& object)
{
    return json::serialize(object) + "\n";
}

std::string line_of(const Record& record)
{
    return line_of({{"seq", record.seq},
                    {"family", record.family},
                    {"kind", record.kind},
                    {"day", record.day},
                    {"at", record.at.micros},
                    {"actor", std::to_string(record.actor)},
                    {"payload", record.payload},
                    {"key", record.key},
                    {"previous", record.previous},
                    {"hash", record.hash},
                    {"signature", record.signature}});
}

std::string manifest_of(const Archive& archive, const std::string& before,
                        const secrets::SigningKey& key)
{
    const auto digest = base::hex(base::sha256(before));
    return line_of({{"manifest", "etabli ledger archive 1"},
                    {"records", archive.records.size()},
                    {"head", archive.closing.head},
                    {"sha256", digest},
                    {"key", key.public_key()},
                    {"signature", key.sign("etabli ledger archive 1 " + digest)}});
}

} // namespace

std::string archive_of(const Archive& archive, const secrets::SigningKey& key)
{
    const auto& closing = archive.closing;
    auto text = line_of(json::object{{"format", "etabli ledger archive 1"},
                                     {"business", archive.business},
                                     {"workspace", std::to_string(archive.workspace)},
                                     {"period", kind_of(closing.period)},
                                     {"from", closing.span.first.text()},
                                     {"to", closing.span.last.text()},
                                     {"first_seq", closing.first_seq},
                                     {"last_seq", closing.last_seq},
                                     {"made_at", base::iso(archive.made_at)}});
    for (const auto& record : archive.records)
        text += line_of(record);
    text += line_of(archive.closing_record);
    return text + manifest_of(archive, text, key);
}

} // namespace ledger
