using Karelia.Crm.Local;
await using var i = await Issuer.Start(5071);
Console.ReadLine();
