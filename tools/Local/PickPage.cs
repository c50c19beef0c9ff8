using System.Text.Encodings.Web;

namespace Karelia.Crm.Local;

/// <summary>Stands in for Entra's sign-in page: a button per made-up user, named by title and name in Finnish whatever the language.</summary>
internal static class PickPage
{
    public static string Html(Values query)
    {
        var request = query.All.Where(pair => pair.Key != "user").Select(pair => $"<input type=\"hidden\" name=\"{Safe(pair.Key)}\" value=\"{Safe(pair.Value)}\">");
        var people = Staff.People.Select(person => $"""
            <li><button name="user" value="{person.Key}" aria-describedby="{person.Key}-en"><span class="title">{Safe(person.Title)}</span>
            <strong>{Safe(person.Name)}</strong></button><small id="{person.Key}-en" lang="en">{Safe(person.EnglishTitle)}</small></li>
            """);
        return $$"""
            <!doctype html>
            <html lang="fi">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <link rel="icon" href="data:,">
            <title>Kirjaudu – Karelia CRM, kehitysympäristö</title>
            <style>
            :root { --ink: #17211c; --soft: #55625b; --line: #cfd8d2; --card: #fff; --page: #f2f5f3; --mark: #0b6b45; }
            @media (prefers-color-scheme: dark) { :root { --ink: #eef3f0; --soft: #a9b6af; --line: #3a4640; --card: #1c2420; --page: #121815; --mark: #6fd3a5; } }
            * { box-sizing: border-box; }
            body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.45 system-ui, sans-serif; }
            main { max-width: 62rem; margin: 0 auto; padding: clamp(1.5rem, 6vw, 4rem) 1.25rem; }
            .brand { color: var(--mark); font-weight: 650; letter-spacing: .02em; margin: 0; }
            h1 { font-size: clamp(1.6rem, 4vw, 2.2rem); line-height: 1.15; margin: .3rem 0 .6rem; }
            p { max-width: 44rem; margin: .3rem 0; } p[lang=en], small { color: var(--soft); }
            ul { list-style: none; padding: 0; margin: 2rem 0 1.5rem; display: grid; gap: .8rem; grid-template-columns: repeat(auto-fill, minmax(15.5rem, 1fr)); }
            li { display: flex; flex-direction: column; gap: .25rem; }
            li button { flex: 1; padding: .9rem 1rem; background: var(--card); border: 1px solid var(--line); text-align: left; }
            button { color: inherit; font: inherit; border-radius: .7rem; cursor: pointer; min-height: 2.75rem; }
            button:hover { border-color: var(--mark); } button:focus-visible { outline: 3px solid var(--mark); outline-offset: 2px; }
            .title { display: block; color: var(--mark); font-size: .86rem; } strong { font-weight: 600; } small { padding-left: 1rem; }
            .cancel { background: none; border: 1px solid var(--line); padding: .5rem 1rem; }
            </style>
            </head>
            <body><main>
            <p class="brand">Karelia CRM</p>
            <h1>Kenenä kirjaudut?</h1>
            <p>Tämä on kehitysympäristön kirjautuminen. Kukaan luettelossa ei ole oikea henkilö, eikä salasanoja ole.</p>
            <p lang="en">Sign-in of the development stack. Nobody on the list is a real person, and there are no passwords.</p>
            <form method="get">
            {{string.Concat(request)}}
            <ul>{{string.Concat(people)}}</ul>
            <button class="cancel" name="user" value="cancel">Peruuta</button>
            </form>
            </main></body>
            </html>
            """;
    }

    private static string Safe(string text) => HtmlEncoder.Default.Encode(text);
}
