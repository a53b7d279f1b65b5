// Prints the records of a topic, one JSON object a line, as two registry clients decode them:
//   node decode.mjs <bootstrap servers> <registry url> <topic> <number of records>
import './lz4.mjs';
import { SchemaRegistryClient, AvroDeserializer, SerdeType } from '@confluentinc/schemaregistry';
import { SchemaRegistry } from '@kafkajs/confluent-schema-registry';
import kafkajs from 'kafkajs';

const [brokers, registry, topic, count] = process.argv.slice(2);

const confluent = new AvroDeserializer(
  SchemaRegistryClient.newClient({ baseURLs: [registry] }), SerdeType.VALUE, {});
const community = new SchemaRegistry({ host: registry });

const kafka = new kafkajs.Kafka({ brokers: brokers.split(','), logLevel: kafkajs.logLevel.ERROR });
const consumer = kafka.consumer({ groupId: `decode-${process.pid}` });
await consumer.connect();
await consumer.subscribe({ topic, fromBeginning: true });

let left = Number(count);
await new Promise((resolve, reject) => {
  consumer.on(consumer.events.CRASH, ({ payload }) => {
    if (!payload.restart) reject(payload.error); // on a young broker it begins anew once or twice
  });
  consumer.run({
    eachMessage: async ({ message }) => {
      if (left <= 0) return;
      console.log(JSON.stringify({
        key: message.key.toString(),
        confluent: await confluent.deserialize(topic, message.value),
        community: await community.decode(message.value),
      }));
      if (--left === 0) resolve();
    },
  }).catch(reject);
});
await consumer.disconnect();
