using Karelia.Crm.Local;
var w = System.Diagnostics.Stopwatch.StartNew();
await using var pg = await EmbeddedPostgres.Start(args.FirstOrDefault());
Console.WriteLine($"{pg.ConnectionString("crm")} {pg.IsNew} {w.ElapsedMilliseconds}");
Console.ReadLine();
