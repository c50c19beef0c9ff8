using Karelia.Crm.Imports.Imports;

namespace Karelia.Crm.Imports;

/// <summary>
/// Sheets on their way in. The file itself is not kept; its lines are staged with identity codes masked, and go 30 days after the commit or the undo. What stays is who
/// was in which line of which file.
/// </summary>
internal sealed class ImportsPersonalData : PersonalData
{
    public ImportsPersonalData()
    {
        Nobody<FormMapping>();

        Unlinked<Import>()
            .About(DataSubjects.Users).For(Kernel.Purposes.Accountability)
            .From("järjestelmä kirjaa", "recorded by the system")
            .Field(i => i.CreatedById, "tuoja", "who imported")
            .Field(i => i.CreatedBy, "tuojan nimi", "name of who imported")
            .NotPersonal(
                i => i.Kind, i => i.EventId, i => i.Form, i => i.FileName, i => i.Sha256, i => i.State, i => i.Headings, i => i.Signature, i => i.Mapping, i => i.IsRemembered, i => i.Counts,
                i => i.SheetRows, i => i.CreatedAt, i => i.CommittedAt, i => i.UndoneAt, i => i.JobId, i => i.Problems, i => i.Undo, i => i.Report);

        // A line with an address is about whom the address is of; one without, about whom it names.
        Of<StagedRow>(r => r.ContactId).EvenIfPassive()
            .ErasesAlso("""
                t.cells::text ~* $2 or t.original::text ~* $2 or (t.cells::text not like '%@%' and exists (
                    select from unnest($3::text[]) n where string_to_array(n, ' ') <@ regexp_split_to_array(lower(array_to_string(t.cells, ' ')), '\s+')))
                """)
            .About(DataSubjects.Everybody).For(Kernel.Purposes.Alumni, Kernel.Purposes.CustomerCare, Kernel.Purposes.Participation)
            .From("tuotu tiedosto", "the imported file")
            .Field(r => r.Cells, "tuodun rivin solut (30 päivää)", "cells of the imported line (30 days)")
            .Field(r => r.Original, "rivin solut ennen korjauksia (30 päivää)", "cells of the line before corrections (30 days)")
            .Field(r => r.Identity, "tiiviste rivin henkilön tunnistetiedosta", "hash of what tells the line's person")
            .Field(r => r.Candidates, "mahdolliset kaksoiskappaleet", "possible duplicates")
            .NotPersonal(r => r.Masked, r => r.Formulas, r => r.Outcome, r => r.Reasons, r => r.Notes, r => r.Decision, r => r.AccountId);

        Of<JournaledChange>(c => c.ContactId).EvenIfPassive()
            .About(DataSubjects.Everybody).For(Kernel.Purposes.Alumni, Kernel.Purposes.CustomerCare, Kernel.Purposes.Participation)
            .From("tuotu tiedosto", "the imported file")
            .Field(c => c.Before, "arvo ennen tuontia (30 päivää)", "value before the import (30 days)")
            .Field(c => c.After, "tuonnin kirjoittama arvo (30 päivää)", "value that the import wrote (30 days)")
            .NotPersonal(c => c.Table, c => c.Key, c => c.Column, c => c.AccountId);

        Of<WrittenRow>(w => w.ContactId).EvenIfPassive()
            .About(DataSubjects.Everybody).For(Kernel.Purposes.Accountability)
            .From("järjestelmä kirjaa", "recorded by the system")
            .Field(w => w.Row, "tuodun tiedoston rivi", "line of the imported file")
            .Field(w => w.Likeness, "tiiviste ajasta ja nimestä", "hash of time and name")
            .NotPersonal(w => w.Act, w => w.AccountId, w => w.AccountAct);
    }
}
