Console.WriteLine("Karelia CRM");
