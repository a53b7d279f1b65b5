// Writes one record, read as JSON from standard input, with the newest schema of its topic:
//   node encode.mjs <bootstrap servers> <registry url> <topic> <key> < record.json
import { readFileSync } from 'node:fs';
import { SchemaRegistryClient, AvroSerializer, SerdeType } from '@confluentinc/schemaregistry';
import kafkajs from 'kafkajs';

const [brokers, registry, topic, key] = process.argv.slice(2);
const record = JSON.parse(readFileSync(0, 'utf8'));

const serializer = new AvroSerializer(
  SchemaRegistryClient.newClient({ baseURLs: [registry] }),
  SerdeType.VALUE,
  { autoRegisterSchemas: false, useLatestVersion: true });

const kafka = new kafkajs.Kafka({ brokers: brokers.split(','), logLevel: kafkajs.logLevel.ERROR });
const producer = kafka.producer({ createPartitioner: kafkajs.Partitioners.DefaultPartitioner });
await producer.connect();
await producer.send({
  topic,
  compression: kafkajs.CompressionTypes.GZIP,
  messages: [{ key, value: await serializer.serialize(topic, record) }],
});
await producer.disconnect();
