#pragma once

#include "kernel/base/csv_reader.hpp"
#include "kernel/base/refusal.hpp"
#include "modules/crm/client_type.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crm
{

using ImportId = base::Id<struct ImportTag>;

/// Data lines of one file.
inline constexpr std::int64_t import_lines_max = 10'000;
inline constexpr std::int64_t import_bytes_max = 10'000'000;
inline constexpr base::CsvLimits import_limits{.columns = 100, .cell_bytes = 8'000};

/// What a column of the file is to become; `none`: it is not taken.
enum class ImportField {
    none,
    company_name,
    last_name,
    first_name,
    email,
    phone,
    billing_address,
    billing_postal_code,
    billing_city,
    billing_country,
    kind,
    type,
    status
};
BOOST_DESCRIBE_ENUM(ImportField, none, company_name, last_name, first_name, email, phone,
                    billing_address, billing_postal_code, billing_city, billing_country, kind, type,
                    status)

enum class ImportState { draft, running, done };
BOOST_DESCRIBE_ENUM(ImportState, draft, running, done)

/// What becomes of a line whose client is there already. `complete` fills what his record lacks.
enum class Doubles { ignore, complete, create };
BOOST_DESCRIBE_ENUM(Doubles, ignore, complete, create)

/// A file on its way into the clients.
struct ClientImport {
    ImportId id;
    tenancy::MembershipId author_id;
    std::string name; ///< of the file
    ImportState state = ImportState::draft;
    base::CsvDelimiter delimiter = base::CsvDelimiter::semicolon;
    base::CsvEncoding encoding = base::CsvEncoding::utf8;
    bool has_titles = true;
    std::string columns; ///< fields in order, separated by commas
    Doubles doubles = Doubles::ignore;
    std::int64_t lines = 0;      ///< to be read
    std::int64_t lines_read = 0; ///< the sum of the next four
    std::int64_t added = 0;
    std::int64_t completed = 0;
    std::int64_t ignored = 0;
    std::int64_t refused = 0;
    base::Instant created_at;
    base::Instant updated_at;
    bool invites = false;   ///< the clients it adds, to the portal
    std::string invite_day; ///< from that day on; as typed in a draft; empty = once it is read

    base::CsvFormat format() const { return {.delimiter = delimiter, .encoding = encoding}; }
};
BOOST_DESCRIBE_STRUCT(ClientImport, (),
                      (id, author_id, name, state, delimiter, encoding, has_titles, columns,
                       doubles, lines, lines_read, added, completed, ignored, refused, created_at,
                       updated_at, invites, invite_day))

std::vector<ImportField> fields_of(std::string_view columns);
std::string columns_of(const std::vector<ImportField>& fields);

/// Why a line was not taken, or not as a new client.
struct LineProblem {
    std::int64_t line = 0; ///< of the file, from 1
    std::string field;     ///< may be empty: the line as a whole
    std::string reason;    ///< translation key
    std::string params;    ///< of the sentence: name, value, name… by line
};
BOOST_DESCRIBE_STRUCT(LineProblem, (), (line, field, reason, params))
LineProblem line_problem(std::size_t line, std::string_view field, std::string_view reason,
                         const base::Params& params = {});
std::string sentence_of(const LineProblem& problem);

/// A line of the file as a record, or everything that is wrong with it.
struct ImportedLine {
    Client client;
    std::vector<LineProblem> problems;
    std::size_t line = 0;
};

/// Words of a file as ours: « société » is company_name, « Particulier » a person.
class ImportWords
{
  public:
    explicit ImportWords(const ClientTypes& types);

    ImportField field_of(std::string_view title) const;
    /// What the titles say; a field is given once.
    std::vector<ImportField> fields_of(const std::vector<std::string>& titles) const;
    /// The value a form would have; nothing for a word we do not know.
    std::optional<std::string> value_of(ImportField field, std::string_view word) const;

  private:
    using Words = std::map<std::string, std::string, std::less<>>;
    std::map<std::string, ImportField, std::less<>> titles_;
    std::map<ImportField, Words> values_;
};

/// Pure: no other line and no client is looked at.
ImportedLine read_line(const base::CsvRecord& record, const std::vector<ImportField>& fields,
                       const ImportWords& words);

/// The fields `client` lacks, from `other`; whether there were any.
bool complete(Client& client, const Client& other);

/// The beginning of a file as it would be read, and how long it is.
struct ImportLook {
    std::vector<std::string> titles; ///< one for each column; « Colonne 3 » without titles
    std::vector<base::CsvRecord> first;
    std::int64_t lines = 0;   ///< counted up to one more than import_lines_max
    bool is_too_wide = false; ///< its first line has more columns than import_limits
};
inline constexpr std::size_t import_preview_lines = 20;
ImportLook look_at(std::string_view bytes, base::CsvFormat format, bool has_titles);
/// Whether the first line looks like titles: no address, and something of letters.
bool begins_with_titles(std::string_view bytes, base::CsvFormat format, const ImportWords& words);

/// Why the file cannot be taken as it is read now: translation keys with parameters.
std::vector<LineProblem> obstacles(const ImportLook& look, const std::vector<ImportField>& fields);

} // namespace crm
